// The page of the result says how to file again: by which form, where, and from which day on.
import { expect, it } from 'vitest'
import { anApplication } from '../applications/test-applications.ts'
import { LANGUAGES } from '../web/language.ts'
import { documentOf } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { ResultPage } from './result-page.tsx'
import { aRegistration } from './test-drafts.ts'

const WITHDRAWABLE = {
  'bank-details': {
    kk: 'Керек өтініш: «Банктік деректемелерді өзгерту туралы өтініш».',
    ru: '«Заявление об изменении банковских реквизитов»',
    en: '“Application to change bank details”',
    year: false,
  },
  'tr-ipm-choose': {
    kk: 'Керек өтініш: «Зейнетақы жинақтарын ИПБ-ның сенімгерлік басқаруына аударуға өтініш».',
    ru: '«Заявление на перевод пенсионных накоплений в доверительное управление УИП»',
    en: '“Application to transfer pension savings to the trust management of an investment portfolio manager”',
    year: true,
  },
  'tr-ipm-return': {
    kk: 'Керек өтініш: «Зейнетақы жинақтарын ИПБ-дан ҚР Ұлттық Банкінің сенімгерлік басқаруына қайтаруға өтініш».',
    ru: '«Заявление о возврате пенсионных накоплений из доверительного управления УИП в доверительное управление Национального Банка РК»',
    en: '“Application to return pension savings to the trust management of the National Bank”',
    year: false,
  },
} as const

/** Only what was executed bars another choice for a year; what is withdrawn never was. */
const A_YEAR = { kk: 'бір жылдан кейін', ru: 'через год', en: 'a year' } as const
const SAME_DAY = { kk: 'ең ерте күн: 18.06.2026', ru: '18.06.2026', en: '18 Jun 2026' } as const

for (const [kind, said] of Object.entries(WITHDRAWABLE))
  it(`whoever withdrew ${kind} may file the same form again on the fund’s site, from the very day of the registration in Almaty`, () => {
    const application = anApplication({ kind: kind as keyof typeof WITHDRAWABLE, status: { is: 'accepted' } })
    const registeredAt = new Date('2026-06-18T00:10:00+05:00') // in UTC it is the day before
    for (const language of LANGUAGES) {
      const registration = aRegistration({ application, registeredAt })
      const page = documentOf(<ResultPage frame={aFrame(language)} registration={registration} signer={undefined} />)
      const [, again = ''] =
        /<section><h2>[^<]*<\/h2>(<p>(?:(?!<\/section>).)*enpf\.kz.*?)<\/section>/s.exec(page) ?? []
      expect(again).toContain('<a href="https://enpf.kz/">enpf.kz</a>')
      const words = readable(again)
      expect(words).toContain(said[language])
      expect(words).toContain(SAME_DAY[language])
      expect(words.includes(A_YEAR[language]), `${language}: ${words}`).toBe(said.year)
    }
  })
