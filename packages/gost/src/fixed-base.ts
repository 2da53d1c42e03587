// Multiples of one point of which many will be asked: j·2ʷⁱ·P for every window i and every digit j are made beforehand, in affine
// coordinates, so that a multiple is a sum of them and no point is doubled any more.
import type { Curve } from './curve.ts'
import type { Point } from './engine.ts'
import { invertAll } from './field.ts'
import { fromAffine, type Group, type JacobianPoint } from './group.ts'
import { windowsOf } from './recode.ts'

/** k·P + sum, for k in 0 … q−1. */
export type FixedBase = (k: bigint, sum: JacobianPoint) => JacobianPoint

const WIDTH = 7 // 64 points for each of the 74 windows of 512 bits: 0.8 MB
const PAYS_AFTER = 8 // making takes as long as eight multiples by doubling and adding

/** Of a point of order q: of another one the table might have a zero in it. */
export function fixedBase(curve: Curve, group: Group, point: Point): FixedBase {
  const rows = rowsOf(curve, group, point)
  return (k, onto) => {
    const digits = windowsOf(k, WIDTH)
    let sum = onto
    for (const [i, row] of rows.entries()) {
      const digit = digits[i] ?? 0
      const multiple = row[Math.abs(digit) - 1]
      if (multiple) sum = group.addAffine(sum, multiple.x, digit > 0 ? multiple.y : curve.p - multiple.y)
    }
    return sum
  }
}

/** Nothing for as many times as its making costs, measured in what it spares; then made, and kept. */
export function onceItPays(make: () => FixedBase): () => FixedBase | undefined {
  let asked = 0
  let made: FixedBase | undefined
  return () => {
    if (!made && asked++ >= PAYS_AFTER) made = make()
    return made
  }
}

/** In row i the multiples 1 … 2ʷ⁻¹ of 2ʷⁱ·P. */
function rowsOf(curve: Curve, group: Group, point: Point): readonly (readonly Point[])[] {
  const rows = windowBases(curve, group, point).map(base => [base])
  for (let count = 1; count < 2 ** (WIDTH - 1); count *= 2) extendRows(curve, group, rows)
  return rows
}

/** 2ʷⁱ·P for as many windows as a number below q may have, and one for what is carried. */
function windowBases({ q }: Curve, group: Group, point: Point): readonly Point[] {
  const windows = Math.floor(q.toString(2).length / WIDTH) + 1
  let base: JacobianPoint = fromAffine(point)
  const bases = [base]
  while (bases.length < windows) {
    for (let i = 0; i < WIDTH; i++) base = group.double(base)
    bases.push(base)
  }
  return group.normaliseAll(bases)
}

/** Of the multiples 1 … m of each row the next m, all with one inversion: m·B + j·B. Only for j = m are the two points the same. */
function extendRows({ a, p }: Curve, { reduce }: Group, rows: readonly Point[][]): void {
  const sums = rows.flatMap(row => {
    const last = row.at(-1)
    return last ? row.map(other => ({ row, last, other })) : []
  })
  const runs = sums.map(({ last, other }) => (last === other ? 2n * last.y : reduce(other.x - last.x)))
  const inverses = invertAll(runs, p, reduce)
  for (const [i, { row, last, other }] of sums.entries()) {
    const rise = last === other ? 3n * last.x * last.x + a : other.y - last.y
    const slope = reduce(reduce(rise) * (inverses[i] ?? 0n))
    const x = reduce(slope * slope - last.x - other.x)
    row.push({ x, y: reduce(slope * (last.x - x) - last.y) })
  }
}
