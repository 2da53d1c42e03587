// Making a signature. GOST R 34.10-2012 §6.1 (RFC 7091 §6.1). For test authorities and simulators only: BigInt takes
// a time that depends on its operands, so whoever can measure it may learn the key.
import { BIGINT_ENGINE } from './bigint-engine.ts'
import type { Engine } from './engine.ts'
import type { PrivateKey } from './keys.ts'
import { type RandomBytes, randomScalar } from './random-scalar.ts'
import type { Signature } from './signature.ts'

/** `e` is what the layout's `digestToNumber` made of the digest; `randomBytes` must be unpredictable. */
export type SignDigest = (key: PrivateKey, e: bigint, randomBytes: RandomBytes) => Signature

/** A signature of the number. Throws GostError `random-…` when the source of randomness is broken. */
export const signDigest: SignDigest = signWith(BIGINT_ENGINE)

/** The same with another engine. */
export function signWith(engine: Engine): SignDigest {
  return ({ curve, d }, e, randomBytes) => {
    for (;;) {
      const k = randomScalar(curve, randomBytes) // step 3
      const r = engine.multiplyGenerator(curve, k).x % curve.q // step 4
      const s = (r * d + k * (e % curve.q || 1n)) % curve.q // steps 2 and 5
      if (r !== 0n && s !== 0n) return { r, s } // else another k
    }
  }
}
