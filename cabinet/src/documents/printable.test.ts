// A letter that a paper lets through has a shape in both weights of the font: one without would stop a PDF/A from being made.
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { glyphsOf, ttfTables } from '../web/test-font.ts'
import { printable } from './printable.ts'

it.each([400, 600])('every letter that can be printed is in the font of weight %i', weight => {
  const glyphs = glyphsOf(ttfTables(join('cabinet/assets/fonts', `otinish-sans-${weight}.ttf`)))
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const printed = new Set(
    all
      .filter(letter => letter < '\ud800' || letter > '\udfff')
      .map(printable)
      .join(''),
  )
  expect(printed.size).toBeGreaterThan(500)
  expect([...printed].filter(letter => !glyphs.has(letter.codePointAt(0) ?? 0))).toEqual([])
})
