// Every pair of colours that meet on a page, in every look: WCAG 2.2 §1.4.3 (text), §1.4.11 (edges, signs, the ring of focus).
import { describe, expect, it } from 'vitest'
import { LOOKS, tokensOf } from './test-stylesheet.ts'

type Rgb = readonly [number, number, number]

/** The colour of a token: a hex value, another token, or the mixture that a pressed button has. */
function colourOf(value: string, tokens: ReadonlyMap<string, string>): Rgb {
  const other = /^var\(--([a-z-]+)\)$/.exec(value)?.[1]
  if (other) return colourOf(tokens.get(other) ?? '', tokens)
  const [, one, percent, two] = /^color-mix\(in srgb, (\S+) (\d+)%, (\S+)\)$/.exec(value) ?? []
  if (one && two) {
    const [a, b] = [colourOf(one, tokens), colourOf(two, tokens)]
    const mixed = (i: 0 | 1 | 2) => (a[i] * Number(percent) + b[i] * (100 - Number(percent))) / 100
    return [mixed(0), mixed(1), mixed(2)]
  }
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(value)?.[1]
  if (!digits) throw new Error(`no colour: ${value}`)
  const wide = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits
  const part = (i: number) => Number.parseInt(wide.slice(i, i + 2), 16)
  return [part(0), part(2), part(4)]
}

/** WCAG 2.2, "relative luminance". */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}

function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const GROUNDS = ['paper', 'tint'] as const
const TEXTS = ['ink', 'soft', 'accent', 'green', 'brick', 'amber', 'grey'] as const

const PAIRS: readonly (readonly [front: string, ground: string, atLeast: number])[] = [
  ...TEXTS.flatMap(text => GROUNDS.map(ground => [text, ground, 4.5] as const)),
  ['accent', 'paper', 7],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'pressed', 4.5],
  ...GROUNDS.flatMap(ground => [['edge', ground, 3] as const, ['focus', ground, 3] as const]),
]

describe('contrast', () => {
  it('is measured as WCAG does', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21)
    expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2)
  })

  for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[])
    it(`of every pair of colours that meet suffices: ${look}`, () => {
      const tokens = tokensOf(look)
      const colour = (name: string) => colourOf(`var(--${name})`, tokens)
      const weak = PAIRS.map(([front, ground, atLeast]) => ({
        pair: `${front} on ${ground}`,
        ratio: contrast(colour(front), colour(ground)),
        atLeast,
      })).filter(({ ratio, atLeast }) => ratio < atLeast)
      expect(weak).toEqual([])
    })

  it('is larger where the reader asks for more', () => {
    const ratio = (look: keyof typeof LOOKS, front: string) => {
      const tokens = tokensOf(look)
      return contrast(colourOf(`var(--${front})`, tokens), colourOf('var(--paper)', tokens))
    }
    for (const look of ['light', 'dark'] as const)
      for (const front of [...TEXTS, 'line'])
        expect(ratio(`${look}, more contrast`, front), `${front}, ${look}`).toBeGreaterThan(ratio(look, front))
  })
})
