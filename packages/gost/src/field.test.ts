// Reduction and inversion against the operators of the language.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TC26_256_A, TC26_512_A, TC26_512_B } from './curve-parameters.ts'
import { invert, invertAll, reducer } from './field.ts'

const wide = fc.bigInt({ min: -(2n ** 1100n), max: 2n ** 1100n })

describe('reduction', () => {
  for (const { name, p } of [TC26_512_A, TC26_512_B, TC26_256_A]) {
    const reduce = reducer(p)
    it(`modulo the prime of ${name} is the remainder, for either sign`, () => {
      fc.assert(
        fc.property(wide, value => {
          expect(reduce(value)).toBe(((value % p) + p) % p)
        }),
        { seed: 512, numRuns: 300 },
      )
    })

    for (const near of [-2n * p, -p, -1n, 0n, 1n, p - 1n, p, p + 1n, 2n * p, p * p, p * p - 1n, -p * p])
      it(`modulo the prime of ${name} is right next to a multiple of it: ${near.toString(16).slice(0, 12)}…`, () =>
        expect(reduce(near)).toBe(((near % p) + p) % p))
  }
})

describe('inversion', () => {
  it('makes what multiplies to one', () => {
    const { q } = TC26_512_A
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: q - 1n }), value => {
        expect((invert(value, q) * value) % q).toBe(1n)
      }),
      { seed: 34, numRuns: 50 },
    )
  })

  for (const value of [1n, 2n, TC26_512_A.q - 1n])
    it(`inverts ${value.toString(16).slice(0, 8)}…`, () =>
      expect((invert(value, TC26_512_A.q) * value) % TC26_512_A.q).toBe(1n))

  it('of many at once makes what inverting each makes', () => {
    const { p } = TC26_512_B
    const values = [1n, p - 1n, 2n, 3n ** 300n]
    expect(invertAll(values, p, reducer(p))).toEqual(values.map(value => invert(value, p)))
    expect(invertAll([], p, reducer(p))).toEqual([])
  })
})
