// The non-adjacent form of a multiplier.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recode, windowsOf } from './recode.ts'

describe('recoding', () => {
  for (const width of [2, 5, 7])
    it(`with width ${width} sums to the number, with digits that are zero, or odd and small, and far apart`, () => {
      fc.assert(
        fc.property(fc.bigInt({ min: 0n, max: 2n ** 512n }), k => {
          const digits = [...recode(k, width)]
          expect(digits.reduce((sum, digit, i) => sum + (BigInt(digit) << BigInt(i)), 0n)).toBe(k)
          const used = digits.flatMap((digit, i) => (digit === 0 ? [] : [i]))
          expect(used.every(i => Math.abs((digits[i] ?? 0) % 2) === 1)).toBe(true)
          expect(used.every(i => Math.abs(digits[i] ?? 0) < 2 ** (width - 1))).toBe(true)
          expect(used.every((i, n) => n === 0 || i - (used[n - 1] ?? 0) >= width)).toBe(true)
        }),
        { seed: 7, numRuns: 100 },
      )
    })
})

describe('cutting into windows', () => {
  for (const width of [2, 5, 7])
    it(`of ${width} bits sums to the number, with digits of at most ${2 ** (width - 1)}`, () => {
      fc.assert(
        fc.property(fc.bigInt({ min: 0n, max: 2n ** 512n }), k => {
          const digits = [...windowsOf(k, width)]
          expect(digits.reduce((sum, digit, i) => sum + (BigInt(digit) << BigInt(width * i)), 0n)).toBe(k)
          expect(digits.every(digit => Math.abs(digit) <= 2 ** (width - 1))).toBe(true)
        }),
        { seed: 7, numRuns: 100 },
      )
    })
})
