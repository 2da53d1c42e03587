// The group of points in Jacobian coordinates: (X, Y, Z) stands for (X/Z², Y/Z³), Z = 0 for the zero of the group.
import type { Curve } from './curve.ts'
import type { Point } from './engine.ts'
import { invertAll, type Reduce, reducer } from './field.ts'

export type JacobianPoint = { readonly x: bigint; readonly y: bigint; readonly z: bigint }

export type Group = {
  readonly reduce: Reduce
  readonly double: (point: JacobianPoint) => JacobianPoint
  readonly add: (left: JacobianPoint, right: JacobianPoint) => JacobianPoint
  /** The same with a point whose Z is 1, a third cheaper. */
  readonly addAffine: (left: JacobianPoint, x: bigint, y: bigint) => JacobianPoint
  /** The same point with Z = 1, at the price of an inversion. It may not be the zero. */
  readonly normalise: (point: JacobianPoint) => JacobianPoint
  /** All of them at the price of one. */
  readonly normaliseAll: (points: readonly JacobianPoint[]) => JacobianPoint[]
}

export const ZERO: JacobianPoint = { x: 1n, y: 1n, z: 0n }

export function fromAffine({ x, y }: Point): JacobianPoint {
  return { x, y, z: 1n }
}

/** Whether the coordinates satisfy the equation of the curve; the zero of the group has no such coordinates. */
export function isOnCurve({ p, a, b }: Curve, { x, y }: Point): boolean {
  return (y * y - (x * x + a) * x - b) % p === 0n
}

export function groupOf(curve: Curve): Group {
  const reduce = reducer(curve.p)
  const double = doubling(curve, reduce)
  const addAffine = affineAddition(reduce, double)
  const add = addition(reduce, double, addAffine)
  const normaliseAll = normalisation(curve, reduce)
  const normalise = (point: JacobianPoint) => normaliseAll([point])[0] ?? ZERO
  return { reduce, double, add, addAffine, normalise, normaliseAll }
}

function doubling({ p, a }: Curve, reduce: Reduce): Group['double'] {
  const slope =
    a === p - 3n
      ? (x: bigint, zz: bigint) => reduce(3n * (x - zz) * (x + zz)) // 3x² + a·z⁴ for a = −3
      : (x: bigint, zz: bigint) => reduce(3n * x * x + a * reduce(zz * zz))
  return ({ x, y, z }) => {
    const yy = reduce(y * y)
    const s = reduce((x * yy) << 2n)
    const m = slope(x, reduce(z * z))
    const x3 = reduce(m * m - (s << 1n))
    const y3 = reduce(m * (s - x3) - ((yy * yy) << 3n))
    return { x: x3, y: y3, z: reduce((y * z) << 1n) } // Z = 0 stays 0
  }
}

/** Complete: equal, opposite and zero points are told apart, since a hostile key may lead to any of them. */
function addition(reduce: Reduce, double: Group['double'], addAffine: Group['addAffine']): Group['add'] {
  return (left, right) => {
    if (right.z === 1n) return addAffine(left, right.x, right.y)
    if (left.z === 0n) return right
    if (right.z === 0n) return left
    const zz1 = reduce(left.z * left.z)
    const zz2 = reduce(right.z * right.z)
    const u1 = reduce(left.x * zz2)
    const s1 = reduce(left.y * reduce(zz2 * right.z))
    const h = reduce(right.x * zz1 - u1)
    const r = reduce(right.y * reduce(zz1 * left.z) - s1)
    if (h === 0n) return r === 0n ? double(left) : ZERO
    return alongChord(reduce, { x: u1, y: s1, z: reduce(left.z * right.z) }, h, r)
  }
}

/** As complete as the other. */
function affineAddition(reduce: Reduce, double: Group['double']): Group['addAffine'] {
  return (left, x2, y2) => {
    const { x: x1, y: y1, z } = left
    if (z === 0n) return { x: x2, y: y2, z: 1n }
    const zz = reduce(z * z)
    const h = reduce(x2 * zz - x1)
    const r = reduce(y2 * reduce(zz * z) - y1)
    if (h === 0n) return r === 0n ? double(left) : ZERO
    return alongChord(reduce, left, h, r)
  }
}

/** From a point to another whose coordinates, over the same Z, are further by h and r: the third on their chord, mirrored. */
function alongChord(reduce: Reduce, { x: x1, y: y1, z }: JacobianPoint, h: bigint, r: bigint): JacobianPoint {
  const hh = reduce(h * h)
  const hhh = reduce(h * hh)
  const v = reduce(x1 * hh)
  const x = reduce(r * r - hhh - (v << 1n))
  return { x, y: reduce(r * (v - x) - y1 * hhh), z: reduce(z * h) }
}

function normalisation({ p }: Curve, reduce: Reduce): Group['normaliseAll'] {
  return points => {
    const inverses = invertAll(
      points.map(({ z }) => z),
      p,
      reduce,
    )
    return points.map(({ x, y }, i) => {
      const inverse = inverses[i] ?? 0n
      const square = reduce(inverse * inverse)
      return { x: reduce(x * square), y: reduce(y * reduce(square * inverse)), z: 1n }
    })
  }
}
