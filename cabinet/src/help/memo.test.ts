// What the help says, item by item of the memo, and that it is true of the service.
import { expect, it } from 'vitest'
import { KINDS, kindOf } from '../applications/kinds.ts'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { LINKS } from './links.ts'
import { memoFor } from './memo-for.ts'
import type { PageId } from './pages.ts'
import { wordsOf } from './test-texts.ts'

/** The page says each of these, in each language. */
function expectIn(page: PageId, said: Readonly<Record<Language, readonly (string | RegExp)[]>>): void {
  for (const language of LANGUAGES)
    for (const words of said[language])
      expect(wordsOf(language, page), `${language} ${page}`).toMatch(
        typeof words === 'string' ? new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) : words,
      )
}

it('S-01: the service has its name in three languages', () => {
  const names = ['Өтініштің мәртебесін тексеру / Өтініштің күшін жою', 'Проверка статуса заявления / Отзыв заявления']
  expect(messagesFor('kk').help.title).toContain(names[0])
  expect(messagesFor('ru').help.title).toContain(names[1])
  expect(messagesFor('en').help.title).toContain('Checking the status of an application / Withdrawing an application')
  expectIn('service', { kk: [names[0] ?? ''], ru: [names[1] ?? ''], en: ['Checking the status of an application'] })
})

it('S-02: the memo has a version, a place and a year', () => {
  expect(messagesFor('kk').help.version('2026-1', '2026')).toBe('Жадынаманың нұсқасы: 2026-1, Алматы, 2026 жыл.')
})

it('S-03: the page of the cabinet is called as the cabinet calls it', () => {
  for (const language of LANGUAGES)
    for (const page of ['service', 'applications'] as const)
      expect(wordsOf(language, page)).toContain(messagesFor(language).applications.title)
})

it('S-04 … S-08: who can use the service, and that an empty list is no error', () => {
  expectIn('service', {
    kk: [
      'зейнетақы төлемдерін тағайындау',
      'банктік деректемелерді өзгерту',
      'сақтандыру ұйымына',
      'ИПБ',
      'ЕЗЖ',
      'қате емес',
    ],
    ru: ['назначении пенсионных выплат', 'банковских реквизитов', 'страховую организацию', 'УИП', 'ДПВ', 'не ошибка'],
    en: ['pension payments', 'bank details', 'insurance organisation', 'IPM', 'VPC', 'no error'],
  })
})

it('S-09, O-02: seeing needs a sign-in by any way, withdrawing needs a signature', () => {
  expectIn('service', {
    kk: ['Кабинетке кіру жеткілікті', 'электрондық цифрлық қолтаңбаңыз (ЭЦҚ)'],
    ru: ['Достаточно войти в кабинет', 'электронная цифровая подпись (ЭЦП)'],
    en: ['Sign in by any', 'electronic digital signature (EDS)'],
  })
})

it('S-12: round the clock, except for maintenance of the fund’s site and of the state database', () => {
  expectIn('service', {
    kk: ['тәулік бойы', 'ЖТ МДҚ'],
    ru: ['круглосуточно', 'ГБД ФЛ'],
    en: ['round the clock', 'GBD FL'],
  })
})

it('S-15 … S-18, S-29: three ways to sign in', () => {
  for (const language of LANGUAGES)
    expect(
      memoFor(language)
        ['sign-in'].sections.slice(0, 3)
        .map(({ id }) => id),
    ).toEqual(['egov-mobile', 'eds', 'password'])
})

it('S-30, S-31, S-33: the result of the service is the status, and where it is seen', () => {
  for (const language of LANGUAGES)
    expect(wordsOf(language, 'applications')).toContain(messagesFor(language).applications.column.status)
})

it('S-71 … S-75: which applications, until when, without a reason, and never an executed one', () => {
  expectIn('withdraw', {
    kk: ['орындағанға дейін ғана', 'Себебін айту қажет емес', 'Орындалған өтініштің, қате берілсе де, күші жойылмайды'],
    ru: [
      'только до того, как ЕНПФ его исполнит',
      'Причину называть не нужно',
      'Исполненное заявление не отзывается, даже если подано ошибочно',
    ],
    en: [
      'only until UAPF executes it',
      'No reason is asked',
      'An executed application cannot be withdrawn, even if it was filed by mistake',
    ],
  })
})

it('S-95, S-96: NCALayer is to be installed and running, and comes from exactly one address', () => {
  expect(LINKS.ncalayer).toBe('https://pki.gov.kz/ncalayer/')
  expectIn('ncalayer', {
    kk: [LINKS.ncalayer, 'орнатылып, іске қосулы'],
    ru: [LINKS.ncalayer, 'установлена и запущена'],
    en: [LINKS.ncalayer, 'installed and running'],
  })
})

it('S-97: a key in a file is «your computer», and the file is found by its name', () => {
  expectIn('ncalayer', {
    kk: ['Сіздің компьютеріңіз', 'GOST512_', 'GOST файл сертификаты'],
    ru: ['Ваш компьютер', 'GOST512_', 'файлом сертификата GOST'],
    en: ['Your computer', 'GOST512_', 'GOST certificate file'],
  })
})

it('O-33: the help of the authority is not the only one', () => {
  for (const language of LANGUAGES)
    expect(memoFor(language).ncalayer.sections.map(({ id }) => id)).toEqual([
      'install',
      'key',
      'where',
      'signing',
      'errors',
    ])
})

it('S-99 … S-106: eGov Mobile in three steps, from official links, installed and signed in', () => {
  for (const language of LANGUAGES) {
    const steps = memoFor(language)['egov-mobile'].sections.find(({ id }) => id === 'steps')
    expect(steps?.body[0]).toMatchObject({ steps: { length: 3 } })
  }
  expectIn('egov-mobile', {
    kk: ['орнатылып, сіз оған кірген', 'жоғарғы оң жақ бұрышындағы', 'Қол қою сәтті аяқталды'],
    ru: ['установлено, и вы должны в него войти', 'в правом верхнем углу', 'Подписание успешно завершено'],
    en: ['installed and you must be signed in', 'at the top right', 'Signing completed successfully'],
  })
  expect(LINKS.egovMobileIos).toMatch(/id1476128386$/)
  expect(LINKS.egovMobileAndroid).toMatch(/id=kz\.mobile\.mgov$/)
})

it('O-31: on the phone itself there is a button instead of a code', () => {
  for (const language of LANGUAGES)
    expect(memoFor(language)['egov-mobile'].sections.map(({ id }) => id)).toContain('same-phone')
})

it('names as withdrawable what the catalogue does, and by the ways of signing that it has', () => {
  const withdrawable = Object.keys(KINDS).filter(id => kindOf(id as keyof typeof KINDS).withdrawal.possible)
  expect(withdrawable).toEqual(['tr-ipm-choose', 'tr-ipm-return', 'bank-details'])
  const methods = Object.values(KINDS).flatMap(({ withdrawal }) => (withdrawal.possible ? withdrawal.methods : []))
  expect(new Set(methods)).toEqual(new Set(['eds', 'qr']))
  for (const language of LANGUAGES)
    expect(wordsOf(language, 'egov-mobile')).toContain(messagesFor(language).phoneSigning.sign)
})

it('gives the terms of the catalogue', () => {
  const n = (id: keyof typeof KINDS) => [kindOf(id).deadline?.unit, kindOf(id).deadline?.n]
  for (const id of ['ls-housing', 'ls-treatment', 'pay-burial'] as const) expect(n(id)).toEqual(['workingDay', 5])
  for (const id of ['pay-age', 'bank-details', 'tr-insurance', 'vpc-refund'] as const)
    expect(n(id)).toEqual(['workingDay', 10])
  for (const id of ['tr-ipm-choose', 'tr-ipm-return'] as const) expect(n(id)).toEqual(['calendarDay', 30])
  expect(kindOf('ls-return').deadline).toBeUndefined()
  expect(kindOf('bank-details').deadline?.cutoff).toBe('17:30')
})

it('cites acts by number and date, the same in every language', () => {
  const numbers = (language: Language) => wordsOf(language, 'contacts').match(/\d\d\.\d\d\.\d{4}|\d+-VI+/g)
  expect(numbers('kk')).toHaveLength(12)
  for (const language of LANGUAGES) expect(numbers(language)).toEqual(numbers('kk'))
})
