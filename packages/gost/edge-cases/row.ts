// One row of the table: octets as they are handed to a verifier, and what it has to say.
import type { Curve } from '../src/curve.ts'
import type { Point } from '../src/engine.ts'
import type { GostFault } from '../src/error.ts'
import { writeLittleEndian } from '../src/integer-bytes.ts'
import { rightSide } from './arithmetic.ts'
import type { Claim } from './claim.ts'
import type { Family } from './family.ts'

/** The first thing that is wrong, or nothing. */
export type Failure = Exclude<GostFault, 'key-header' | 'random-length' | 'random-stuck'> | 'equation'

export type Row = {
  readonly title: string
  readonly comment: string
  readonly publicKey: Uint8Array
  readonly message?: Uint8Array
  readonly digest: Uint8Array
  readonly signature: Uint8Array
  readonly failure?: Failure
}

/** A row that differs from a claim's own octets in what is given. */
export type WriteRow = (title: string, comment: string, claim: Claim, change?: Change) => Row
export type Change = Partial<Pick<Row, 'publicKey' | 'signature' | 'failure' | 'digest'>>

export function rowWriter({ layout, curve }: Family): WriteRow {
  return (title, comment, { key, e, r, s, message }, change = {}) => ({
    title,
    comment,
    publicKey: keyOctets(curve, key),
    ...(message && !change.digest && { message }),
    digest: writeLittleEndian(e, curve.bytes),
    signature: layout.writeSignature(curve, { r, s }),
    ...change,
  })
}

/** x‖y, each little-endian, whatever the numbers are. */
export function keyOctets({ bytes }: Curve, { x, y }: Point): Uint8Array {
  return Uint8Array.of(...writeLittleEndian(x, bytes), ...writeLittleEndian(y, bytes))
}

/** What is wrong with a pair of numbers as a key, when it is not a point. */
export function faultOfNumbers(curve: Curve, { x, y }: Point): Failure | undefined {
  if (x >= curve.p || y >= curve.p) return 'key-out-of-range'
  return (y * y) % curve.p === rightSide(curve, x) ? undefined : 'key-not-on-curve'
}
