// Checking a signature. GOST R 34.10-2012 §6.2 (RFC 7091 §6.2), СТ РК ГОСТ Р 34.10-2015.
import { BIGINT_ENGINE } from './bigint-engine.ts'
import type { Engine } from './engine.ts'
import type { PublicKey } from './keys.ts'
import type { Signature } from './signature.ts'

/** `key` is one that a layout has read; `e` is what the layout's `digestToNumber` made of the digest. */
export type VerifyDigest = (key: PublicKey, e: bigint, signature: Signature) => boolean

/** Whether the signature is the key's, for this number. Halves outside 1 … q−1 are answered with false. */
export const verifyDigest: VerifyDigest = verifyWith(BIGINT_ENGINE)

/** The same check with another engine. */
export function verifyWith(engine: Engine): VerifyDigest {
  return (key, e, signature) => {
    const { curve } = key
    const { r, s } = signature
    if (r <= 0n || r >= curve.q || s <= 0n || s >= curve.q) return false // step 1
    return engine.holds({ curve, key, e: e % curve.q || 1n, signature }) // step 3: e = 0 stands for 1
  }
}
