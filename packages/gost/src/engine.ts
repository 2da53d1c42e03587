// The seam between what GOST R 34.10-2012 says and who does the arithmetic: a faster engine stands beside the BigInt one.
import type { Curve } from './curve.ts'
import type { Signature } from './signature.ts'

/** A point of a curve other than its zero, each coordinate in 0 … p−1. */
export type Point = { readonly x: bigint; readonly y: bigint }

/** What is checked: a key on its curve, e in 1 … q−1 and a signature whose halves are in 1 … q−1. */
export type Claim = {
  readonly curve: Curve
  readonly key: Point
  readonly e: bigint
  readonly signature: Signature
}

export type Engine = {
  /** Whether the claim satisfies GOST R 34.10-2012 §6.2, steps 4 to 7. */
  readonly holds: (claim: Claim) => boolean
  /** k times the curve's generator, for k in 1 … q−1. */
  readonly multiplyGenerator: (curve: Curve, k: bigint) => Point
}
