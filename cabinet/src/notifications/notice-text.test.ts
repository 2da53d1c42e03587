// What people are told: short enough for an SMS, the same facts in three languages, no link, nobody's name.
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { codeText } from './code-text.ts'
import { letterOfCode, letterOfNotice } from './letter-text.ts'
import { type Notice, readNotice } from './notice.ts'
import { noticeText } from './notice-text.ts'

const AT = new Date('2026-06-16T12:05:59+05:00')
const WITHDRAWN: Notice = { kind: 'withdrawn', id: 'a-1', number: '1114647-ИБР', registration: '1042-ОЖ' }
const NOTICES: readonly Notice[] = [
  { kind: 'registered' },
  { kind: 'new-device', way: 'egov-mobile', device: 'Samsung Internet, Android' },
  { kind: 'password-changed' },
  { kind: 'password-recovered' },
  { kind: 'contact-changed', channel: 'mail' },
  { kind: 'contact-changed', channel: 'sms' },
  { kind: 'signed-out-everywhere' },
  WITHDRAWN,
  { kind: 'not-withdrawn', id: 'a-1', number: '1114647-ИБР' },
]
const PURPOSES = ['registration', 'recovery', 'contact'] as const

/** 3GPP TS 23.038: letters outside of the GSM alphabet make it UCS-2: 70 characters, or 67 in each of several parts. */
function smsParts(text: string): number {
  const isLatin = /^[\w\s@£$¥.,:;!?()'"“”%&*+=/<>#-]*$/.test(text) && !/[“”]/.test(text)
  const [single, part] = isLatin ? [160, 153] : [70, 67]
  return text.length <= single ? 1 : Math.ceil(text.length / part)
}

describe('the words of a notice', () => {
  for (const language of LANGUAGES)
    for (const notice of NOTICES) {
      const { kind } = notice
      it(`${kind} in ${language} fit into two parts of an SMS`, () => {
        const { sms } = noticeText(notice, AT, language)
        expect(smsParts(sms), `${sms.length}: ${sms}`).toBeLessThanOrEqual(2)
        expect(sms).toContain('12:05')
        expect(sms).toContain('1418')
      })

      it(`${kind} in ${language} say when, and hold nothing that a mail program makes a link`, () => {
        const text = noticeText(notice, AT, language)
        const letter = letterOfNotice(text, language)
        expect(letter).toContain(text.text)
        expect(letter).toMatch(/(16\.06\.2026|16 Jun 2026) 12:05 \(/)
        expect(`${text.title}\n${letter}\n${text.sms}`).not.toMatch(/https?:|www\.|\.kz|@|\b\d{12}\b/)
      })
    }

  it('in Kazakh are these', () => {
    expect(noticeText(WITHDRAWN, AT, 'kk').sms).toBe(
      'БЖЗҚ: №\u00a01114647-ИБР өтінішіңіздің күші жойылды (16.06.2026 12:05), тіркеу №\u00a01042-ОЖ. Бұл сіз болмасаңыз: 1418.',
    )
    expect(letterOfNotice(noticeText(WITHDRAWN, AT, 'kk'), 'kk')).toMatchInlineSnapshot(`
      "Сәлеметсіз бе!

      Қолтаңбаңыз тексеріліп, өтінішіңіздің күші жойылды. Қол қойылған өтінішті және қолтаңбаны кабинеттен жүктеп алып, сақтап қойыңыз.

      Уақыты: 16.06.2026 12:05 (Алматы уақыты)
      Өтініш нөмірі: 1114647-ИБР
      Тіркеу нөмірі: 1042-ОЖ

      Бұл сіз болмасаңыз:
      1. БЖЗҚ байланыс орталығына бірден хабарласыңыз: 1418.
      2. ЭЦҚ кілтіңіз бөгде адамның қолына түссе, оны eGov порталында немесе ХҚКО-да қайтарып алыңыз.

      Бұл хатта әдейі сілтеме жоқ: жеке кабинетті браузерде өзіңіз ашыңыз. Құпиясөзіңіз бен бір реттік кодыңызды біз ешқашан сұрамаймыз.

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
        expect(letterOfCode({ title, lines, sms }, language)).toContain('\n\n402815\n\n')
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
    ['contact-changed', { channel: 'pigeon' }],
    ['new-device', null],
    ['new-device', 'text'],
  ] as const)
    it(`${kind} with ${JSON.stringify(facts)} is left to whoever knows it`, () => {
      expect(readNotice({ kind, facts })).toBeUndefined()
    })
})
