// The memo's golden tests 6 and 7: what is signed, and that nothing is signed before one agrees.
import { describe, expect, it } from 'vitest'
import { KIND_IDS, kindOf } from '../applications/kinds.ts'
import { anApplication } from '../applications/test-applications.ts'
import { sign } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { formatDate, formatKazakhOfDate, formatLongDate } from '../web/format.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { SignPage } from './sign-page.tsx'
import { statementText } from './statement-text.ts'
import { aDraft } from './test-drafts.ts'

const NCALAYER = 'wss://127.0.0.1:13579/'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const WITHDRAWABLE = KIND_IDS.filter(kind => kindOf(kind).withdrawal.possible)

/** The memo's own applications: as filed, and never the day of a template (O-16). */
const FILED = {
  'bank-details': { number: '1114647-ИБР', filedOn: '2026-06-16' },
  'tr-ipm-choose': { number: '190159', filedOn: '2026-06-16' },
  'tr-ipm-return': { number: '190160', filedOn: '2023-10-03' },
} as const

/** Of a statement that names its kind by the words of that kind alone (O-15). */
const SUBJECT = {
  'bank-details': /^Банктік деректемелерді өзгерту туралы /,
  'tr-ipm-choose': /^Инвестициялық портфельді басқарушыны таңдау \(өзгерту\) туралы /,
  'tr-ipm-return': /^Зейнетақы жинақтарын .* Ұлттық Банкінің сенімгерлік басқаруына қайтару туралы /,
} as const

describe('golden test 6', () => {
  for (const kind of Object.keys(FILED) as (keyof typeof FILED)[])
    it(`golden test 6: the statement of ${kind} has the number and the day of that application, the person whole, and no reason`, () => {
      const { number, filedOn } = FILED[kind]
      const draft = aDraft({ application: anApplication({ kind, number, filedOn }) })
      const [kk, ru] = [statementText(draft.facts, 'kk'), statementText(draft.facts, 'ru')]
      expect(plain(kk.request)).toMatch(SUBJECT[kind])
      expect(plain(kk.request)).toContain(`${formatKazakhOfDate(filedOn)} № ${number} өтініштің күшін жоюды сұраймын`)
      expect(plain(ru.request)).toContain(`от ${formatLongDate(filedOn, 'ru')} № ${number}.`)
      const { person } = draft.facts
      expect(kk.applicant.map(({ value }) => value)).toEqual([
        ...[person.surname, person.name, person.patronymic, formatDate(person.birthDate, 'kk'), person.iin],
      ])
      const page = documentOf(
        <SignPage frame={aFrame('kk')} draft={draft} ways={['eds', 'qr']} ncalayerUrl={NCALAYER} />,
      )
      for (const { value } of kk.applicant) expect(readable(page)).toContain(value)
      expect(readable(page)).toContain(plain(kk.request))
      expect(page).not.toMatch(/<textarea|name="reason"|type="text"/)
    })

  it('golden test 6: these are all the kinds that can be withdrawn', () => {
    expect(Object.keys(FILED).toSorted()).toEqual(WITHDRAWABLE.toSorted())
  })
})

describe('golden test 7', () => {
  it('golden test 7: «ЭЦҚ-мен қол қою» is inactive until «Келісемін», and says why', () => {
    const page = documentOf(
      <SignPage frame={aFrame('kk')} draft={aDraft()} ways={['eds', 'qr']} ncalayerUrl={NCALAYER} />,
    )
    const button = /<button[^>]*aria-disabled="true"[^>]*aria-describedby="([^"]+)"[^>]*>\s*ЭЦҚ-мен қол қою/.exec(page)
    expect(button).not.toBeNull()
    expect(page).toMatch(new RegExp(`id="${button?.[1]}"[^>]*>Қол қою үшін алдымен «Келісемін» деп белгілеңіз`))
    expect(page).toMatch(/<input type="checkbox" id="agree"(?![^>]*checked)/)
  })

  it('golden test 7: a good signature without «Келісемін» withdraws nothing', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    const answer = await browser.form(`/kk/withdrawal-drafts/${draft.id}`, { cms: sign(store, pdf) })
    expect([answer.status, readable(answer.json)]).toEqual([422, expect.stringContaining('«Келісемін»')])
    expect((await browser.get('/api/v1/applications/a-1')).json.status).toBe('accepted')
    expect(await service.database.owner`select 1 from withdrawal_signature`).toEqual([])
  })
})
