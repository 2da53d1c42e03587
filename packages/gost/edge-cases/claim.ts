// Claims built so that the equation of GOST R 34.10-2012 §6.2 holds, from whichever end one begins: C = z1·P + z2·Q with
// z1 = s·e⁻¹ and z2 = −r·e⁻¹ modulo q, and r = x_C modulo q.
import type { Curve } from '../src/curve.ts'
import type { Point } from '../src/engine.ts'
import { readLittleEndian } from '../src/integer-bytes.ts'
import { streebog512 } from '../src/streebog.ts'
import { type Arithmetic, arithmeticOf } from './arithmetic.ts'

/** A key, the number that is signed and the signature, before any layout. A message is given where the number is its hash. */
export type Claim = {
  readonly key: Point
  readonly e: bigint
  readonly r: bigint
  readonly s: bigint
  readonly message?: Uint8Array
}

/** What is signed, as a message or as a number. */
export type Signed = Pick<Claim, 'e' | 'message'>

export type Maker = Arithmetic & {
  readonly curve: Curve
  /** A number in 1 … q−1 that follows from the word alone. */
  readonly scalar: (word: string) => bigint
  /** The signature of the private key d with the nonce k, as §6.1 makes it. */
  readonly sign: (d: bigint, k: bigint, signed: Signed) => Claim
  /** The claim of a key of which only the point is known: the number signed follows. */
  readonly claimFor: (key: Point, z1: bigint, z2: bigint) => Claim
  /** The claim that meets the point C: the key follows. */
  readonly claimThrough: (c: Point, s: bigint, signed: Signed) => Claim
}

export function makerOf(curve: Curve): Maker {
  const arithmetic = arithmeticOf(curve)
  const { multiply, add, negate, inverse, modQ, generator } = arithmetic
  const times = (k: bigint, point: Point): Point => finite(multiply(modQ(k), point))

  return {
    ...arithmetic,
    curve,
    scalar: word => scalar(word, curve),
    sign(d, k, signed) {
      const r = modQ(times(k, generator).x)
      return { ...signed, key: times(d, generator), r, s: modQ(r * d + k * (modQ(signed.e) || 1n)) }
    },
    claimFor(key, z1, z2) {
      const r = modQ(finite(add(multiply(modQ(z1), generator), multiply(modQ(z2), key))).x)
      const e = modQ(-r * inverse(z2))
      return { key, e, r, s: modQ(z1 * e) }
    },
    claimThrough(c, s, signed) {
      const r = modQ(c.x)
      const v = inverse(modQ(signed.e) || 1n)
      const difference = finite(add(c, negate(times(s * v, generator))))
      return { ...signed, key: times(inverse(-r * v), difference), r, s }
    },
  }
}

export function finite(point: Point | undefined): Point {
  if (!point) throw new RangeError('the zero of the group has no coordinates')
  return point
}

function scalar(word: string, { name, q }: Curve): bigint {
  const octets = new TextEncoder().encode(`${name} ${word}`)
  const number = readLittleEndian(Uint8Array.of(...streebog512(octets), ...streebog512(octets.toReversed())))
  return (number % (q - 1n)) + 1n
}
