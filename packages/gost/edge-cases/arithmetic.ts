// Points of a curve, added and multiplied in the plainest way: it shares the formulas of the group with the library, but
// neither its multiplication nor any verdict.
import type { Curve } from '../src/curve.ts'
import type { Point } from '../src/engine.ts'
import { invert } from '../src/field.ts'
import { fromAffine, groupOf, type JacobianPoint, ZERO } from '../src/group.ts'

export type Arithmetic = {
  readonly generator: Point
  /** Undefined is the zero of the group. */
  readonly multiply: (k: bigint, point: Point) => Point | undefined
  readonly add: (left: Point | undefined, right: Point | undefined) => Point | undefined
  readonly negate: (point: Point) => Point
  /** The point with this abscissa and an even ordinate, if x is the abscissa of one. */
  readonly pointAt: (x: bigint) => Point | undefined
  /** value⁻¹ modulo q, for a value that q does not divide. */
  readonly inverse: (value: bigint) => bigint
  /** value modulo q, from 0 on. */
  readonly modQ: (value: bigint) => bigint
}

export function arithmeticOf(curve: Curve): Arithmetic {
  const { p, q } = curve
  const group = groupOf(curve)
  const modQ = (value: bigint): bigint => ((value % q) + q) % q
  const affine = (point: JacobianPoint): Point | undefined => {
    if (point.z === 0n) return undefined
    const { x, y } = group.normalise(point)
    return { x, y }
  }
  const multiply = (k: bigint, point: Point): Point | undefined => {
    let sum = ZERO
    for (const bit of k.toString(2)) {
      sum = group.double(sum)
      if (bit === '1') sum = group.add(sum, fromAffine(point))
    }
    return affine(sum)
  }
  return {
    generator: { x: curve.x, y: curve.y },
    multiply,
    add: (left, right) => (left && right ? affine(group.add(fromAffine(left), fromAffine(right))) : (left ?? right)),
    negate: ({ x, y }) => ({ x, y: (p - y) % p }),
    pointAt: x => pointAt(curve, x),
    inverse: value => invert(modQ(value), q),
    modQ,
  }
}

/** x³ + ax + b modulo p. */
export function rightSide({ p, a, b }: Curve, x: bigint): bigint {
  return ((((x * x + a) * x + b) % p) + p) % p
}

/** A root of a square modulo p, the even one. Each p here is 3 modulo 4, so that it is a power. */
export function squareRoot(value: bigint, p: bigint): bigint | undefined {
  const root = power(value, (p + 1n) / 4n, p)
  if ((root * root) % p !== value % p) return undefined
  return root % 2n === 0n ? root : p - root
}

function pointAt(curve: Curve, x: bigint): Point | undefined {
  const y = squareRoot(rightSide(curve, x), curve.p)
  return y === undefined ? undefined : { x, y }
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus
    if (bit === '1') result = (result * base) % modulus
  }
  return result
}
