// How the help is worded in three languages: the same skeleton, the words of the service, no mistake of the old memo.
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { memoFor } from './memo-for.ts'
import type { PageId } from './pages.ts'
import { EVERY_PAGE, PAGE_IDS, rawTexts, shapeOf, wordsOf } from './test-texts.ts'

describe('the help', () => {
  for (const language of LANGUAGES)
    it(`in ${language} has the same sections, steps and facts as in Kazakh`, () => {
      for (const id of PAGE_IDS) expect(shapeOf(memoFor(language)[id]), id).toEqual(shapeOf(memoFor('kk')[id]))
    })

  it('has anchors that occur once on their page', () => {
    for (const [language, id] of EVERY_PAGE) {
      const anchors = memoFor(language)[id].sections.map(section => section.id)
      expect(new Set(anchors).size, `${language} ${id}`).toBe(anchors.length)
      for (const anchor of anchors) expect(anchor).toMatch(/^[a-z-]+$/)
    }
  })

  it('links in every language to the same places', () => {
    const targets = (language: Language, id: PageId) =>
      rawTexts(memoFor(language)[id]).flatMap(text => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target))
    for (const [language, id] of EVERY_PAGE)
      expect(targets(language, id), `${language} ${id}`).toEqual(targets('kk', id))
  })

  it('mixes no alphabets inside a word, uses no straight quotes, no double spaces, and leaves nothing empty', () => {
    for (const [language, id] of EVERY_PAGE)
      for (const text of rawTexts(memoFor(language)[id])) {
        const mixed = (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]+/gu) ?? []).filter(
          word => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word),
        )
        expect(mixed, `${language} ${id}`).toEqual([])
        expect(text, `${language} ${id}`).not.toMatch(/"|'|\s{2}|^\s*$/)
      }
  })

  it('O-07, O-11, O-22, O-24: repeats no mistake of the old memo', () => {
    const wrong = {
      kk: /қолданба(?!л)|мәлімдеме|өтінімнен|өтінім |ИИН|пароль|ЭЦП|БЖЗК|түбіртек|отзыв/i,
      ru: /ЭЦҚ|БЖЗ[КҚ]|отказаться от заявки|НУЦ РК РК/i,
      en: /ENPF(?!\.)|annulment/,
    }
    for (const [language, id] of EVERY_PAGE)
      expect(wordsOf(language, id), `${language} ${id}`).not.toMatch(wrong[language])
  })

  it('O-11: never says of a person who withdraws that they refuse, as the fund does', () => {
    const confused = {
      kk: /өтініштен( ғана)? бас тарт(?!ыл)|одан (\S+ ){0,3}бас тарта/i,
      ru: /отказались от|отказаться от/i,
      en: /refuse (the|your) application/i,
    }
    for (const [language, id] of EVERY_PAGE)
      expect(wordsOf(language, id), `${language} ${id}`).not.toMatch(confused[language])
  })

  it('uses the words of the service for its buttons and statuses', () => {
    for (const language of LANGUAGES) {
      const t = messagesFor(language)
      const { status } = t.applications
      expect(memoFor(language).statuses.sections.map(({ title }) => title)).toEqual([
        status.accepted,
        status.executed,
        status.refused,
        status.withdrawn,
        status.unclear,
      ])
      for (const button of [t.withdrawal.sign, t.withdrawal.agree, t.withdrawal.choose, t.details.withdrawal.button])
        expect(wordsOf(language, 'withdraw')).toContain(button)
      for (const words of [t.ncalayer.stores.computer, t.ncalayer.stop])
        expect(wordsOf(language, 'ncalayer')).toContain(words)
      for (const button of [t.signIn.egovMobile.button, t.signIn.eds.button, t.signIn.password.remember])
        expect(wordsOf(language, 'sign-in')).toContain(button)
      for (const button of [t.qrSigning.newCode, t.qrSigning.link.button])
        expect(wordsOf(language, 'egov-mobile')).toContain(button)
    }
  })
})
