// Signing and checking keys. GOST R 34.10-2012 §5.2 (RFC 7091 §5.2).
import { BIGINT_ENGINE, hasOrderQ } from './bigint-engine.ts'
import type { Curve } from './curve.ts'
import { GostError } from './error.ts'
import { isOnCurve } from './group.ts'
import { type RandomBytes, randomScalar } from './random-scalar.ts'

/** The point Q = d·P. Made by a layout's `readPublicKey`, which has proved it, or by `publicKeyOf`. */
export type PublicKey = { readonly curve: Curve; readonly x: bigint; readonly y: bigint }

/** d in 1 … q−1. For test authorities only: see sign.ts. */
export type PrivateKey = { readonly curve: Curve; readonly d: bigint }

/** A new key, uniform in 1 … q−1. Throws GostError when the source of randomness is broken. */
export function generatePrivateKey(curve: Curve, randomBytes: RandomBytes): PrivateKey {
  return { curve, d: randomScalar(curve, randomBytes) }
}

export function publicKeyOf({ curve, d }: PrivateKey): PublicKey {
  const { x, y } = BIGINT_ENGINE.multiplyGenerator(curve, d)
  return { curve, x, y }
}

/** The same key when it is a point of order q on its curve. Throws GostError `key-…` when it is not. */
export function provePublicKey(key: PublicKey): PublicKey {
  const { curve, x, y } = key
  if (x < 0n || y < 0n || x >= curve.p || y >= curve.p) throw new GostError('key-out-of-range')
  if (!isOnCurve(curve, key)) throw new GostError('key-not-on-curve')
  if (curve.cofactor !== 1n && !hasOrderQ(curve, key)) throw new GostError('key-order') // else every point has order q
  return key
}
