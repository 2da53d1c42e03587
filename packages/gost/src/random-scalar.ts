// A number uniform in 1 … q−1 from a source of random octets, by rejection. GOST R 34.10-2012 §6.1, step 3.
import type { Curve } from './curve.ts'
import { GostError } from './error.ts'
import { readBigEndian } from './integer-bytes.ts'

/** A cryptographically strong source: so many unpredictable octets, for example `node:crypto`'s randomBytes. */
export type RandomBytes = (length: number) => Uint8Array

const MAX_DRAWS = 256 // a draw fails with chance below 1/2, so an honest source never gets here

/** Throws GostError `random-length` or `random-stuck` when the source is not one. */
export function randomScalar({ q }: Curve, randomBytes: RandomBytes): bigint {
  const bits = q.toString(2).length
  const length = Math.ceil(bits / 8)
  for (let draw = 0; draw < MAX_DRAWS; draw++) {
    const bytes = randomBytes(length)
    if (bytes.length !== length) throw new GostError('random-length')
    const candidate = BigInt.asUintN(bits, readBigEndian(bytes))
    if (candidate > 0n && candidate < q) return candidate
  }
  throw new GostError('random-stuck')
}
