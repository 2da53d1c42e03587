// The stylesheet: one concept a file, every value a token, no rule that no page needs, light to send.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bare, declarations, placed, selectors, styleFiles } from './test-stylesheet.ts'

const DEFINING = ['tokens.css', 'fonts.css']
const OF_THEIR_OWN = [
  'qr-signing.css: line-height: 1', // digits beside their label
  'print.css: font-size: 10.5pt', // paper has points
]
const ruled = styleFiles().filter(({ name }) => !DEFINING.includes(name))

/** Sizes that are the shape of one thing, a hair, a percentage or a share of the letter beside them need no name. */
const SPACE = /^(margin|padding|gap|inset|border-radius)/
const OWN_SPACE = /(?<![\w-])-?(\d*\.)?\d+(rem|px)\b(?<!(^|[ (])-?[123]px)/
const SIZE = /^(font-size|font-weight|line-height|transition|font-family)$/
const OWN_SIZE = /\d(rem|px|em|ms|s)?\b/
const OWN_COLOUR = /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|color-mix)a?\(|\b(white|black|red|green|gr[ae]y|blue|silver)\b/

/** What moves by itself; a page may also be moved under its reader. */
const MOVING = /^(-webkit-)?(transition|animation|scroll-behavior)/

describe('the stylesheet', () => {
  it('takes every space, size, weight, pace and colour from the tokens', () => {
    const own = ruled.flatMap(({ name, text }) =>
      declarations(text)
        .map(({ property, value }) => ({ property, value, bare: value.replace(/var\([^)]*\)/g, '') }))
        .filter(
          ({ property, value, bare }) =>
            (SPACE.test(property) && OWN_SPACE.test(bare)) ||
            (SIZE.test(property) && OWN_SIZE.test(bare) && !(name === 'text.css' && /^1\d\d\.?\d*%$/.test(value))) ||
            OWN_COLOUR.test(bare.toLowerCase()),
        )
        .map(({ property, value }) => `${name}: ${property}: ${value}`),
    )
    expect(own.filter(line => !OF_THEIR_OWN.includes(line))).toEqual([])
  })

  it('uses every token, and none that is not there', () => {
    const texts = styleFiles().map(({ text }) => bare(text))
    const defined = new Set(texts.flatMap(text => [...text.matchAll(/^\s*(--[a-z0-9-]+):/gm)].map(([, name]) => name)))
    const used = new Set(texts.flatMap(text => [...text.matchAll(/var\((--[a-z0-9-]+)/g)].map(([, name]) => name)))
    expect([...used].filter(name => !defined.has(name))).toEqual([])
    expect([...defined].filter(name => !used.has(name))).toEqual([])
  })

  it('has no rule for a class, an id or an attribute that no page writes', () => {
    const pages = sources('cabinet/src')
    const written = wordsWritten(pages)
    const dead = ruled.flatMap(({ name, text }) =>
      selectors(text)
        .flatMap(selector => [...selector.matchAll(/[.#]([a-z][\w-]*)|\[(data-[a-z-]+)/g)])
        .map(([, word, data]) => word ?? data ?? '')
        .filter(word => !written.has(word))
        .map(word => `${name}: ${word}`),
    )
    expect([...new Set(dead)]).toEqual([])
  })

  it('has files of one concept, none past 200 lines, all of them sent', () => {
    expect(styleFiles().filter(({ text }) => text.split('\n').length > 201)).toEqual([])
    const sheet = readFileSync('cabinet/assets/style.css', 'utf8')
    const imported = [...sheet.matchAll(/@import "\.\/styles\/([a-z-]+\.css)"/g)].map(([, name]) => name)
    expect(imported.toSorted()).toEqual(
      styleFiles()
        .map(({ name }) => name)
        .toSorted(),
    )
  })

  it('moves nothing for more than 150 ms, and nothing while a page loads', () => {
    const all = styleFiles().flatMap(({ text }) => declarations(text))
    const paces = styleFiles().flatMap(({ text }) => [...text.matchAll(/\b(\d+)ms\b/g)].map(([, ms]) => Number(ms)))
    expect(Math.max(...paces)).toBeLessThanOrEqual(150)
    expect(all.filter(({ property }) => property.startsWith('animation'))).toEqual([])
    for (const { text } of ruled)
      for (const [, selector = '', body = ''] of bare(text).matchAll(/([^{}]+)\{([^{}]*)\}/g))
        if (body.includes('transition:')) expect(selector.split(',').every(part => part.includes(':hover'))).toBe(true)
  })

  it('moves nothing for whoever asked for less motion', () => {
    const moving = styleFiles().flatMap(({ name, text }) =>
      placed(text)
        .filter(({ property }) => MOVING.test(property))
        .map(one => ({ ...one, name })),
    )
    expect(moving.map(({ property }) => property)).toContain('transition')
    expect(moving.filter(({ inside }) => !inside.includes('@media (prefers-reduced-motion: no-preference)'))).toEqual(
      [],
    )
  })

  it('is at most 15 KB gzip even before it is made small', () => {
    const sheet = styleFiles().map(({ text }) => text)
    expect(gzipSync(bare(sheet.join('\n')), { level: 9 }).length).toBeLessThanOrEqual(15 * 1024)
  })
})

/** Classes that are the name of a state: of an application, of a step of its road. */
const NAMES_OF_STATES = ['accepted', 'executed', 'refused', 'withdrawn', 'unclear', 'done', 'now', 'ahead']

/** Words of `class`, `id` and data attributes in what makes pages. */
function wordsWritten(text: string): ReadonlySet<string> {
  const attributes = [...text.matchAll(/\b(?:class|id)=(?:"([^"]*)"|\{([^}]*)\})/g)].map(([, a, b]) => a ?? b ?? '')
  const words = attributes.flatMap(value => value.match(/[a-z][\w-]*/gi) ?? [])
  const data = [...text.matchAll(/\b(data-[a-z-]+)/g)].map(([, name = '']) => name)
  return new Set([...words, ...data, ...NAMES_OF_STATES])
}

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map(file => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}
