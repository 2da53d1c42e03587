// The group law, where it is special: the zero, equal and opposite points, points of small order.
import { describe, expect, it } from 'vitest'
import { BIGINT_ENGINE, hasOrderQ } from './bigint-engine.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from './curve-parameters.ts'
import { fromAffine, groupOf, isOnCurve, ZERO } from './group.ts'

for (const curve of [TC26_512_A, TC26_512_B, TC26_512_C, TC26_256_A, CRYPTOPRO_A])
  describe(`the group of ${curve.name}`, () => {
    const { double, add, normalise } = groupOf(curve)
    const g = fromAffine(curve)
    const minusG = { ...g, y: curve.p - g.y }

    it('has its generator on the curve, of order q', () => {
      expect(isOnCurve(curve, curve)).toBe(true)
      expect(hasOrderQ(curve, curve)).toBe(true)
      expect(BIGINT_ENGINE.multiplyGenerator(curve, curve.q - 1n)).toEqual({ x: curve.x, y: curve.p - curve.y })
    })

    it('has as many points as Hasse allows for its order and cofactor', () => {
      const excess = curve.q * curve.cofactor - curve.p - 1n
      expect(excess * excess <= 4n * curve.p).toBe(true)
    })

    it('adds a point to itself as it doubles it, in any coordinates', () => {
      const twice = double(g)
      expect(add(g, g)).toEqual(twice)
      expect(normalise(add(twice, normalise(twice)))).toEqual(normalise(double(twice)))
      expect(normalise(add(normalise(twice), twice))).toEqual(normalise(double(twice)))
    })

    it('adds opposite points to zero, in any coordinates', () => {
      expect(add(g, minusG).z).toBe(0n)
      expect(add(double(g), normalise(double(minusG))).z).toBe(0n)
    })

    it('has a zero that changes nothing and doubles to itself', () => {
      expect(add(ZERO, g)).toEqual(g)
      expect(add(g, ZERO)).toEqual(g)
      expect(double(ZERO).z).toBe(0n)
    })

    it('is associative and commutative', () => {
      const [two, three] = [double(g), add(double(g), g)]
      expect(normalise(add(add(g, two), three))).toEqual(normalise(add(g, add(two, three))))
      expect(normalise(add(two, three))).toEqual(normalise(add(three, two)))
    })
  })

describe('a point of order two', () => {
  it('doubles to zero', () => {
    const point = { x: 0x100fe73f595ff158e974b44d478d9588744fe5c192ac47ea63075dce7a14aaan, y: 0n }
    expect(isOnCurve(TC26_256_A, point)).toBe(true)
    expect(groupOf(TC26_256_A).double(fromAffine(point)).z).toBe(0n)
  })
})
