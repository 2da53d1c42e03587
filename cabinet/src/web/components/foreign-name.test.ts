import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../language.ts'
import { writtenIn } from './foreign-name.tsx'

describe('a name from outside', () => {
  for (const [name, kk, ru, en] of [
    [{ kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' }, 'kk', 'ru', 'en'],
    [{ kk: 'АО "Отбасы банк"', ru: 'АО "Отбасы банк"', en: 'АО "Отбасы банк"' }, 'ru', 'ru', 'ru'],
    [{ kk: '«Халық банкі»', ru: '«Халық банкі»', en: '«Халық банкі»' }, 'kk', 'kk', 'kk'],
    [{ kk: 'BCC Invest', ru: 'BCC Invest', en: 'BCC Invest' }, 'en', 'en', 'en'],
    [{ kk: 'Банк', ru: 'Банки', en: 'Bank' }, 'kk', 'ru', 'en'],
    [{ kk: '1418', ru: '1418', en: '1418' }, 'kk', 'ru', 'en'],
  ] as const)
    it(`«${name.kk}», «${name.ru}», «${name.en}» is marked ${kk}, ${ru}, ${en}`, () => {
      expect(LANGUAGES.map(language => writtenIn(name, language))).toEqual([kk, ru, en])
    })
})
