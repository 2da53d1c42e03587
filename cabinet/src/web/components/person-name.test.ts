// In which language a name is read out.
import { describe, expect, it } from 'vitest'
import { readIn } from './person-name.tsx'

describe('a name', () => {
  for (const [name, onKk, onRu, onEn] of [
    ['Әбілқасымұлы Ғұмар', 'kk', 'kk', 'kk'],
    ['ИВАНОВ ПЁТР', 'kk', 'ru', 'ru'],
    ['Smith John', 'en', 'en', 'en'],
    ['ҰЛТТЫҚ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ (GOST) 2022', 'kk', 'kk', 'kk'],
    ['123', 'kk', 'ru', 'en'],
  ] as const)
    it(`${name} is read in ${onKk}, ${onRu}, ${onEn} on pages in Kazakh, Russian and English`, () => {
      expect([readIn(name, 'kk'), readIn(name, 'ru'), readIn(name, 'en')]).toEqual([onKk, onRu, onEn])
    })
})
