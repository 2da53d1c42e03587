// What people are told: short enough for an SMS, the same facts in three languages, one link at most, nothing of the person.
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../web/language.ts'
import { codeText } from './code-text.ts'
import { type LetterLink, letterOfCode, letterOfNotice } from './letter-text.ts'
import { isAlert, isOfApplication, type Notice, readNotice } from './notice.ts'
import { noticeText } from './notice-text.ts'
import { alertLink, shortLink } from './short-link.ts'
import { withLink } from './words.ts'

const AT = new Date('2026-06-16T12:05:59+05:00')
const CODE = '7k3f9q2m0xw8z'
const ALERT_CODE = '7k3f9q2m0xw8z5h1n6b0'
const SITE = 'https://otinish.enpf.kz' // as long as a real one may be
const of = { id: 'a-1', number: '1114647-ИБР' } as const
const WITHDRAWN: Notice = { kind: 'withdrawn', ...of, registration: '1042-ОЖ' }
const REFUSED: Notice = { kind: 'application-refused', ...of }

const ALL: { readonly [K in Notice['kind']]: Extract<Notice, { kind: K }> } = {
  registered: { kind: 'registered' },
  'new-device': { kind: 'new-device', way: 'egov-mobile', device: 'Samsung Internet, Android' },
  'password-changed': { kind: 'password-changed' },
  'password-recovered': { kind: 'password-recovered' },
  'contact-changed': { kind: 'contact-changed', channel: 'mail' },
  'signed-out-everywhere': { kind: 'signed-out-everywhere' },
  'choices-changed': { kind: 'choices-changed', off: ['executed.sms', 'of-tomorrow.sms'] },
  'alarm-raised': { kind: 'alarm-raised', checking: ['1114647-ИБР'] },
  'alarm-lifted': { kind: 'alarm-lifted', way: 'eds' },
  'bank-details-filed': { kind: 'bank-details-filed', ...of },
  'withdrawal-drafted': { kind: 'withdrawal-drafted', ...of },
  'application-received': { kind: 'application-received', ...of },
  'deadline-moved': { kind: 'deadline-moved', ...of, from: '2026-06-29', to: '2026-06-27', version: '2026-11-28' },
  'execution-started': { kind: 'execution-started', ...of },
  'execution-released': { kind: 'execution-released', ...of },
  'application-executed': { kind: 'application-executed', ...of },
  'application-refused': { kind: 'application-refused', ...of },
  'sum-released': { kind: 'sum-released', ...of },
  'operation-added': { kind: 'operation-added', ...of },
  'document-arrived': { kind: 'document-arrived', ...of },
  'status-unclear': { kind: 'status-unclear', ...of },
  'status-clear': { kind: 'status-clear', ...of },
  withdrawn: { kind: 'withdrawn', ...of, registration: '1042-ОЖ' },
  'not-withdrawn': { kind: 'not-withdrawn', ...of },
}
const NOTICES: readonly Notice[] = [...Object.values(ALL), { kind: 'contact-changed', channel: 'sms' }]
const PURPOSES = ['registration', 'recovery', 'contact'] as const

/** 3GPP TS 23.038: letters outside of the GSM alphabet make it UCS-2: 70 characters, or 67 in each of several parts. */
function smsParts(text: string): number {
  const isLatin = /^[\w\s@£$¥.,:;!?()'"“”%&*+=/<>#-]*$/.test(text) && !/[“”]/.test(text)
  const [single, part] = isLatin ? [160, 153] : [70, 67]
  return text.length <= single ? 1 : Math.ceil(text.length / part)
}

function sent(notice: Notice, language: Language, site = SITE) {
  const link = linkOf(notice, language, site)
  const text = noticeText(notice, AT, language)
  return { text, link: link?.href, letter: letterOfNotice(text, language, link), sms: withLink(text.sms, link?.href) }
}

function linkOf(notice: Notice, language: Language, site: string): LetterLink | undefined {
  if (isAlert(notice)) return { to: 'notMe', href: alertLink(site, language, ALERT_CODE) }
  return isOfApplication(notice) ? { to: 'open', href: shortLink(site, language, CODE) } : undefined
}

describe('the words of a notice', () => {
  for (const language of LANGUAGES)
    for (const notice of NOTICES) {
      const { kind } = notice
      it(`${kind} in ${language} fit into two parts of an SMS, with the link where there is one`, () => {
        const { sms, link } = sent(notice, language)
        expect(smsParts(sms), `${sms.length}: ${sms}`).toBeLessThanOrEqual(2)
        expect(sms).toContain('1418')
        expect(sms).toContain(link === undefined ? '12:05' : `1114647-ИБР`)
        if (link) expect(sms.endsWith(` ${link}`), sms).toBe(true)
      })

      it(`${kind} in ${language} say when, and hold one link to the cabinet or none, no IIN, address or amount`, () => {
        const { text, link, letter, sms } = sent(notice, language)
        expect(letter).toContain(text.text)
        expect(letter).toMatch(/(16\.06\.2026|16 Jun 2026) 12:05 \(/)
        const whole = `${text.title}\n${letter}`
        expect(whole.match(/https?:\S*/g) ?? []).toEqual(link ? [link] : [])
        expect(`${whole}\n${sms}`.replaceAll(SITE, '').replaceAll('otinish.enpf.kz', '')).not.toMatch(
          /www\.|\.kz|@|\b\d{12}\b|₸|KZT|теңге|тенге/,
        )
        expect(text.title, 'a subject, which servers write into their logs').not.toMatch(/\d/)
      })
    }

  it('of security keep no link; of an application say whose site it must be', () => {
    for (const language of LANGUAGES) {
      expect(sent(ALL['password-changed'], language).letter).not.toContain('otinish')
      expect(sent(REFUSED, language).letter).toContain(': otinish.enpf.kz. ')
    }
  })

  it('leave room in an SMS for the address of a site of 30 characters', () => {
    const site = `https://${'o'.repeat(19)}.kz`
    expect(site).toHaveLength(30)
    for (const language of LANGUAGES)
      for (const notice of NOTICES.filter(isOfApplication)) {
        const { sms, link } = sent(notice, language, site)
        expect(sms, `${noticeText(notice, AT, language).sms.length + 1 + (link ?? '').length}`).toContain(link)
      }
  })

  it('of an alert lead to where one says that it was somebody else, without signing in, and say what it stops', () => {
    for (const kind of ['bank-details-filed', 'withdrawal-drafted'] as const) {
      const { letter, sms, link } = sent(ALL[kind], 'ru')
      expect(link).toBe(`${SITE}/ru/n/${ALERT_CODE}`)
      expect(letter).toContain(`(входить в кабинет не нужно):\n${link}\n`)
      expect(letter).toContain('1. Откройте ссылку «Это не я» и нажмите кнопку')
      expect(letter).not.toContain('вы выбираете в кабинете') // nobody chooses of alerts
      expect(sms.endsWith(` Не вы? 1418. ${link}`), sms).toBe(true)
    }
  })

  it('leave the link out of an SMS rather than send a third part', () => {
    const long = { ...REFUSED, number: 'Ж'.repeat(40) }
    const { sms } = sent(long, 'kk', 'https://a-very-long-name-of-a-cabinet.example.kz')
    expect(sms).toBe(noticeText(long, AT, 'kk').sms)
    expect(smsParts(sms)).toBe(2)
  })

  it('in Kazakh are these', () => {
    expect(sent(WITHDRAWN, 'kk').sms).toMatchInlineSnapshot(
      `"БЖЗҚ: № 1114647-ИБР өтінішіңіздің күші жойылды, тіркеу № 1042-ОЖ. Сіз емес пе? 1418. https://otinish.enpf.kz/kk/m/7k3f9q2m0xw8z"`,
    )
    expect(sent(REFUSED, 'kk').sms).toMatchInlineSnapshot(
      `"БЖЗҚ: № 1114647-ИБР өтінішіңізді орындаудан бас тартылды. Бермесеңіз: 1418. https://otinish.enpf.kz/kk/m/7k3f9q2m0xw8z"`,
    )
    expect(sent(REFUSED, 'kk').letter).toMatchInlineSnapshot(`
      "Сәлеметсіз бе!

      БЖЗҚ өтінішіңізді орындаудан бас тартты. Себебі, енді не істеуге болатыны және қай күнге дейін шағымдануға болатыны өтініштің бетінде жазылған.

      Уақыты: 16.06.2026 12:05 (Алматы уақыты)
      Өтініш нөмірі: 1114647-ИБР

      Өтініштің бетін ашу (алдымен кабинетке кіру керек):
      https://otinish.enpf.kz/kk/m/7k3f9q2m0xw8z

      Бұл өтінішті сіз бермесеңіз:
      1. БЖЗҚ байланыс орталығына бірден хабарласыңыз: 1418.
      2. ЭЦҚ кілтіңіз бөгде адамның қолына түссе, оны eGov порталында немесе ХҚКО-да қайтарып алыңыз.

      Бұл хаттағы жалғыз сілтеме кабинеттің өзіне апарады, сайттың атауы дәл мынадай болуы керек: otinish.enpf.kz. Құпиясөз бен ЭЦҚ-ны біз тек сол сайтта сұраймыз. Бір реттік кодыңызды біз хатпен де, телефонмен де ешқашан сұрамаймыз. Күмәндансаңыз, сілтемені баспай, кабинетті браузерде өзіңіз ашыңыз.

      Хатпен және SMS-пен не туралы хабарланатынын «Профилім» бетінен ашылатын «Хабарламалар баптауы» бетінде таңдайсыз.

      Хат автоматты түрде жіберілді, оған жауап жазудың қажеті жоқ. БЖЗҚ байланыс орталығы: 1418.
      "
    `)
    expect(sent(ALL['choices-changed'], 'kk').letter).toMatchInlineSnapshot(`
      "Сәлеметсіз бе!

      Жеке кабинетіңізде кейбір хабарламаларды хатпен немесе SMS-пен жіберу өшірілді. Олар бұрынғыдай кабинеттегі «Хабарламалар» бетінде көрінеді.

      Уақыты: 16.06.2026 12:05 (Алматы уақыты)
      Өшірілгені: Өтініш орындалды (SMS); of-tomorrow.sms

      Бұл сіз болмасаңыз:
      1. Жеке кабинетке ЭЦҚ немесе eGov Mobile арқылы кіріп, «Құрылғылар мен кірулер» бетінде барлық құрылғыдан шығыңыз.
      2. Құпиясөзіңіз болса, оны ауыстырыңыз.
      3. БЖЗҚ байланыс орталығына хабарласыңыз: 1418.

      Бұл хатта әдейі сілтеме жоқ: жеке кабинетті браузерде өзіңіз ашыңыз. Құпиясөзіңіз бен бір реттік кодыңызды біз хатпен де, телефонмен де ешқашан сұрамаймыз.

      Хатпен және SMS-пен не туралы хабарланатынын «Профилім» бетінен ашылатын «Хабарламалар баптауы» бетінде таңдайсыз.

      Хат автоматты түрде жіберілді, оған жауап жазудың қажеті жоқ. БЖЗҚ байланыс орталығы: 1418.
      "
    `)
  })
})

describe('the words of a code', () => {
  for (const language of LANGUAGES)
    for (const purpose of PURPOSES)
      it(`for ${purpose} in ${language} fit into one part of an SMS, and the subject is without digits`, () => {
        const { title, lines, sms } = codeText(purpose, '402815', AT, language)
        expect(smsParts(sms), `${sms.length}: ${sms}`).toBe(1)
        expect(sms).toContain('402815')
        expect(title).not.toMatch(/\d/)
        const letter = letterOfCode({ title, lines, sms }, language)
        expect(letter).toContain('\n\n402815\n\n')
        expect(letter).not.toMatch(/https?:/)
      })
})

describe('a notice that was kept', () => {
  for (const notice of NOTICES)
    it(`${notice.kind} is read as it was told`, () => {
      const { kind, ...facts } = notice
      expect(readNotice({ kind, facts })).toEqual(notice)
    })

  for (const [kind, facts] of [
    ['of-tomorrow', {}],
    ['withdrawn', {}],
    ['application-refused', { id: 'a-1' }],
    ['choices-changed', { off: 'executed.sms' }],
    ['contact-changed', { channel: 'pigeon' }],
    ['new-device', null],
    ['new-device', 'text'],
  ] as const)
    it(`${kind} with ${JSON.stringify(facts)} is left to whoever knows it`, () => {
      expect(readNotice({ kind, facts })).toBeUndefined()
    })
})
