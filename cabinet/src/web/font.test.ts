// The one font of pages and papers has every character that either may show.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { everyText } from '../specimen/every-text.ts'
import { formatDate, formatKazakhOfDate, formatLongDate, formatMoment, formatMoney, formatSize } from './format.ts'
import { LANGUAGES } from './language.ts'
import { glyphsOf, ttfTables, widthsOf, woff2Tables } from './test-font.ts'

const FONTS = 'cabinet/assets/fonts'
const WEIGHTS = [400, 600] as const

/** Breaks and tabs are no letters. */
const characters = (texts: readonly string[]) => new Set(texts.join('').replace(/[\n\r\t]/g, ''))

const filesOf = (folder: string) => readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'))

/** What dates, money and sizes are made of is written by the formats, not by the messages. */
const formatted = LANGUAGES.flatMap(language => [
  ...Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}-06`).flatMap(iso => [
    formatDate(iso, language),
    formatLongDate(iso, language),
    formatKazakhOfDate(iso),
  ]),
  formatMoment(new Date('2026-06-16T10:20:30Z'), language),
  formatMoney({ value: '-1234567890.99', currency: 'KZT' }, language),
  formatSize(123_456_789, language),
])

/** Names of people, organisations and machines that pages show as they come. */
const NAMES =
  'ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙйЎўЇїЄєҐґ’‘ʻʼƏəŞşĞğÜüÖöÇçİıÑñÁáÀàÂâÄäÅåÆæØøßŁłŻżŹźĆćŚśŠšŽžČčŘřĎďŤťŇňÝýÍíÓóÚúÉéÈèÊêËë'
const SIGNS = '₸№«»“”„‘’–—…•·×−/\\|@#%&*+=<>()[]{}$€~^_`\u00a0\u202f\u2009'

const shown = characters([
  ...everyText().flatMap(({ words }) => Object.values(words).map(text => text.replace(/⟨\d⟩/g, ''))),
  ...filesOf('cabinet/data'),
  ...filesOf('cabinet/statements'),
  ...formatted,
  NAMES,
  SIGNS,
])

describe('the font', () => {
  for (const weight of WEIGHTS) {
    const glyphs = glyphsOf(ttfTables(join(FONTS, `otinish-sans-${weight}.ttf`)))

    it(`of weight ${weight} has every character that a page or a paper may show`, () => {
      expect(shown.size).toBeGreaterThan(200)
      expect([...shown].filter(letter => !glyphs.has(letter.codePointAt(0) ?? 0))).toEqual([])
    })

    it(`of weight ${weight} has the same characters on pages as in papers`, () => {
      const onPages = glyphsOf(woff2Tables(join(FONTS, `otinish-sans-${weight}.woff2`)))
      expect([...onPages.keys()].toSorted()).toEqual([...glyphs.keys()].toSorted())
    })
  }

  it('has digits of one width, so that columns of dates and amounts stand in line', () => {
    const width = widthsOf(ttfTables(join(FONTS, 'otinish-sans-400.ttf')))
    expect(new Set([...'0123456789'].map(width)).size).toBe(1)
  })
})
