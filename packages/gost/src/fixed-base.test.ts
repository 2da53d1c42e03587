// A table of multiples against the group law itself.
import { describe, expect, it } from 'vitest'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from './curve-parameters.ts'
import { fixedBase, onceItPays } from './fixed-base.ts'
import { fromAffine, groupOf, type JacobianPoint, ZERO } from './group.ts'

for (const curve of [TC26_512_A, TC26_512_B, TC26_512_C, TC26_256_A, CRYPTOPRO_A])
  describe(`a table of multiples on ${curve.name}`, () => {
    const { q, p } = curve
    const group = groupOf(curve)
    const point = group.normalise(group.double(fromAffine(curve)))
    const times = fixedBase(curve, group, point)
    const affine = (sum: JacobianPoint) => (sum.z === 0n ? ZERO : group.normalise(sum))

    function byDoubling(k: bigint): JacobianPoint {
      let sum = ZERO
      for (const bit of k.toString(2)) {
        sum = group.double(sum)
        if (bit === '1') sum = group.add(sum, point)
      }
      return sum
    }

    for (const [what, k] of [
      ['nothing', 0n],
      ['one', 1n],
      ['the greatest digit', 64n],
      ['one more than the greatest digit', 65n],
      ['one less than a window', 127n],
      ['a window', 128n],
      ['a carry from end to end', (2n ** 512n - 1n) % q],
      ['the greatest digit in every window', BigInt(`0b${'1000000'.repeat(73)}`) % q],
      ['half of the order', q / 2n],
      ['one less than the order', q - 1n],
    ] as const)
      it(`gives ${what} as doubling and adding does`, () =>
        expect(affine(times(k, ZERO))).toEqual(affine(byDoubling(k))))

    it('adds onto a point that is the zero, the same, the opposite or another', () => {
      const opposite = { ...point, y: p - point.y }
      expect(affine(times(1n, ZERO))).toEqual(point)
      expect(affine(times(1n, point))).toEqual(affine(group.double(point)))
      expect(times(1n, opposite).z).toBe(0n)
      expect(affine(times(5n, opposite))).toEqual(affine(byDoubling(4n)))
    })
  })

describe('what pays only after some uses', () => {
  it('is made once, when it was asked for a ninth time', () => {
    let made = 0
    const ask = onceItPays(() => {
      made++
      return (_k, sum) => sum
    })
    const answers = Array.from({ length: 12 }, () => ask() !== undefined)
    expect(answers.indexOf(true)).toBe(8)
    expect(answers.slice(8)).toEqual([true, true, true, true])
    expect(made).toBe(1)
  })
})
