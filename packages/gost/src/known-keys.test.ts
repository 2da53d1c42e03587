// Keys known before: the same answers, and a bound to what is kept.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { multiplesOf } from './bigint-engine.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from './curve-parameters.ts'
import { type PublicKey, publicKeyOf } from './keys.ts'
import { knownKeys } from './known-keys.ts'
import { signDigest } from './sign.ts'
import { verifyDigest, verifyWith } from './verify.ts'

/** Octets that look random and are the same in every run. */
const seeded = (seed: string) => {
  let draw = 0
  return (length: number) => createHash('shake256', { outputLength: length }).update(`${seed} ${draw++}`).digest()
}

for (const curve of [TC26_512_A, TC26_512_B, TC26_512_C, TC26_256_A, CRYPTOPRO_A])
  describe(`a known key on ${curve.name}`, () => {
    const d = 0x5ca1ab1en
    const key = publicKeyOf({ curve, d })
    const { q } = curve

    it('is judged as any other, before its table is made and after', () => {
      const known = knownKeys()
      known.add(key)
      const verify = verifyWith(known.engine)
      for (let e = 1n; e <= 12n; e++) {
        const { r, s } = signDigest({ curve, d }, e, seeded(`${e}`))
        const signatures = [
          { r, s },
          { r, s: q - s },
          { r: s, s: r },
          { r: e, s: e },
        ]
        expect(signatures.map(signature => verify(key, e, signature))).toEqual([true, false, false, false])
        expect(verify(key, e + 1n, { r, s })).toBe(false)
      }
    })

    it('is judged as any other where points meet: small keys, small halves', () => {
      for (const small of [1n, 2n, q - 1n]) {
        const point = publicKeyOf({ curve, d: small })
        const known = knownKeys()
        known.add(point)
        const verify = verifyWith(known.engine)
        for (let r = 1n; r <= 3n; r++)
          for (let s = 1n; s <= 3n; s++)
            for (const half of [s, q - s])
              expect(verify(point, 1n, { r, s: half })).toBe(verifyDigest(point, 1n, { r, s: half }))
      }
    })
  })

describe('known keys', () => {
  const curve = CRYPTOPRO_A
  const keyOf = (d: bigint) => publicKeyOf({ curve, d })
  const signature = { r: 1n, s: 1n }

  function observed() {
    const made: PublicKey[] = []
    const known = knownKeys(key => {
      made.push(key)
      return multiplesOf(key.curve, key)
    })
    const verify = verifyWith(known.engine)
    const use = (key: PublicKey, times: number) => {
      for (let i = 0; i < times; i++) verify(key, 1n, signature)
    }
    return { made, add: known.add, use }
  }

  it('have one table each, made when they were used more than eight times', () => {
    const { made, add, use } = observed()
    add(keyOf(5n))
    use(keyOf(5n), 8)
    expect(made).toEqual([])
    add(keyOf(5n)) // again: nothing is forgotten
    use(keyOf(5n), 20)
    expect(made).toEqual([keyOf(5n)])
  })

  it('are only those that were added, whatever is checked', () => {
    const { made, add, use } = observed()
    add(keyOf(5n))
    const { x, y } = keyOf(5n)
    for (const other of [keyOf(7n), keyOf(curve.q - 5n), { curve: TC26_256_A, x, y }]) use(other, 20)
    expect(made).toEqual([])
  })

  it('are sixteen at most: the one that was not used for longest goes', () => {
    const { made, add, use } = observed()
    for (let d = 1n; d <= 16n; d++) add(keyOf(d))
    use(keyOf(1n), 1)
    add(keyOf(17n))
    use(keyOf(2n), 20)
    use(keyOf(1n), 20)
    expect(made).toEqual([keyOf(1n)])
  })
})
