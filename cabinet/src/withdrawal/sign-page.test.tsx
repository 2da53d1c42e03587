// The page of signing as a function: what it is called, and its steps in order.
import { expect, it } from 'vitest'
import { KINDS, type WithdrawableId } from '../applications/kinds.ts'
import { anApplication } from '../applications/test-applications.ts'
import { formatDate } from '../web/format.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { SignPage } from './sign-page.tsx'
import { aDraft } from './test-drafts.ts'

const KINDS_HERE: readonly WithdrawableId[] = ['bank-details', 'tr-ipm-choose', 'tr-ipm-return']
const contents = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, inside = '']) => inside)

for (const [language, title, ...steps] of [
  ['kk', 'Өтініштің күшін жою', '1. Оқып шығыңыз', '2. Келісіңіз', '3. Қол қойыңыз'],
  ['ru', 'Отзыв заявления', '1. Прочтите', '2. Согласитесь', '3. Подпишите'],
  ['en', 'Withdrawing an application', '1. Read', '2. Agree', '3. Sign'],
] as const)
  it(`S-80, S-81: is called «${title}», says of which application, and ends with «${steps[2]}»`, () => {
    for (const kind of KINDS_HERE) {
      const draft = aDraft({ application: anApplication({ kind }) })
      const html = documentOf(<SignPage {...{ frame: aFrame(language), draft }} ways={['eds', 'qr']} ncalayerUrl="" />)
      expect(contents(html, /<h1>([^<]+)<\/h1>/g)).toEqual([title])
      expect(html).toContain(`<title>${title} · Өтініш</title>`)
      expect(contents(html, /<h2[^>]*>(\d\. [^<]+)<\/h2>/g)).toEqual(steps)
      const [lead = ''] = contents(html, /<p class="lead">(.*?)<\/p>/gs)
      for (const said of [KINDS[kind].name[language], '1114647-ИБР', formatDate('2026-06-16', language)])
        expect(readable(lead)).toContain(said)
    }
  })
