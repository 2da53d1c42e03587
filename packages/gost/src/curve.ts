// An elliptic curve in the short Weierstrass form, as GOST R 34.10-2012 §5.2 (RFC 7091 §5.2) lists its parameters.

/** y² = x³ + a·x + b over GF(p), with a point (x, y) that generates a subgroup of prime order q. */
export type Curve = {
  readonly name: string
  /** Octets in a coordinate, in half a signature and in the digest that belongs to the curve. */
  readonly bytes: 32 | 64
  readonly p: bigint
  readonly a: bigint
  readonly b: bigint
  readonly q: bigint
  /** Points on the curve divided by q; where it is not 1, being on the curve does not prove the order. */
  readonly cofactor: bigint
  readonly x: bigint
  readonly y: bigint
}
