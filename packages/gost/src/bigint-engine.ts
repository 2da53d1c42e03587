// GOST R 34.10-2012 on BigInt: about 2.5 ms for a 512-bit check. BigInt does not run in constant time, which is
// harmless for checking signatures (all inputs are public) and not for making them: see sign.ts.
import type { Curve } from './curve.ts'
import type { Claim, Engine, Point } from './engine.ts'
import { invert } from './field.ts'
import { type FixedBase, fixedBase, onceItPays } from './fixed-base.ts'
import { fromAffine, type Group, groupOf, type JacobianPoint, ZERO } from './group.ts'
import { recode } from './recode.ts'

export const BIGINT_ENGINE: Engine = { holds, multiplyGenerator }

const GENERATOR_WIDTH = 7 // 32 points, kept for each curve that is used
const KEY_WIDTH = 5 // 8 points, made for each check

type Prepared = {
  readonly group: Group
  readonly generator: readonly JacobianPoint[]
  /** A table, when it has come to be worth its making. */
  readonly multiplesOfGenerator: () => FixedBase | undefined
}
type Term = { readonly k: bigint; readonly width: number; readonly odd: readonly JacobianPoint[] }

/** Whether q times the point is the zero of the group, for curves on which more than that subgroup lies. */
export function hasOrderQ(curve: Curve, point: Point): boolean {
  const { group } = prepare(curve)
  return sumOfMultiples(curve, [{ k: curve.q, width: KEY_WIDTH, odd: oddMultiples(group, point, KEY_WIDTH) }]).z === 0n
}

/** A table of the multiples of a key, which must have the order q. */
export function multiplesOf(curve: Curve, key: Point): FixedBase {
  return fixedBase(curve, prepare(curve).group, key)
}

/** With the multiples of its key, when they are at hand, a check takes a third of the time. */
export function holds(claim: Claim, multiplesOfKey?: FixedBase): boolean {
  const { curve, key, signature } = claim
  const { group, generator } = prepare(curve)
  const [ofGenerator, ofKey] = multipliersOf(claim)
  const sum = multiplesOfKey
    ? multiplesOfKey(ofKey, timesGenerator(curve, ofGenerator))
    : sumOfMultiples(curve, [
        { k: ofGenerator, width: GENERATOR_WIDTH, odd: generator },
        { k: ofKey, width: KEY_WIDTH, odd: oddMultiples(group, key, KEY_WIDTH) },
      ])
  return sum.z !== 0n && hasAbscissa(curve, group, sum, signature.r)
}

/** §6.2, step 6: z₁ and z₂. */
function multipliersOf({ curve: { q }, e, signature: { r, s } }: Claim): readonly [bigint, bigint] {
  const v = invert(e, q)
  return [(s * v) % q, q - ((r * v) % q)]
}

/** x mod q = r without leaving Jacobian coordinates: some x ≡ r (mod q) below p has X = x·Z². */
function hasAbscissa({ p, q }: Curve, { reduce }: Group, sum: JacobianPoint, r: bigint): boolean {
  const zz = reduce(sum.z * sum.z)
  for (let x = r; x < p; x += q) if (reduce(x * zz) === sum.x) return true
  return false
}

function multiplyGenerator(curve: Curve, k: bigint): Point {
  const { x, y } = prepare(curve).group.normalise(timesGenerator(curve, k))
  return { x, y }
}

function timesGenerator(curve: Curve, k: bigint): JacobianPoint {
  const { generator, multiplesOfGenerator } = prepare(curve)
  const table = multiplesOfGenerator()
  return table ? table(k, ZERO) : sumOfMultiples(curve, [{ k, width: GENERATOR_WIDTH, odd: generator }])
}

/** Σ kᵢ·Pᵢ with the doublings shared between the terms (Straus). */
function sumOfMultiples(curve: Curve, terms: readonly Term[]): JacobianPoint {
  const { group } = prepare(curve)
  const recoded = terms.map(({ k, width, odd }) => ({ digits: recode(k, width), odd }))
  let sum = ZERO
  for (let i = Math.max(...recoded.map(({ digits }) => digits.length)) - 1; i >= 0; i--) {
    sum = group.double(sum)
    for (const { digits, odd } of recoded) {
      const digit = digits[i] ?? 0
      const multiple = odd[Math.abs(digit) >> 1]
      if (digit === 0 || !multiple) continue
      sum = group.add(sum, digit > 0 ? multiple : { ...multiple, y: curve.p - multiple.y })
    }
  }
  return sum
}

/** P, 3P, 5P … as many as digits of that width ask for. */
function oddMultiples({ double, add }: Group, point: Point, width: number): readonly JacobianPoint[] {
  let multiple = fromAffine(point)
  const twice = double(multiple)
  const odd = [multiple]
  while (odd.length < 2 ** (width - 2)) {
    multiple = add(multiple, twice)
    odd.push(multiple)
  }
  return odd
}

const PREPARED = new WeakMap<Curve, Prepared>()

/** What is worth computing once for a curve, made when the curve is first used. */
function prepare(curve: Curve): Prepared {
  const known = PREPARED.get(curve)
  if (known) return known
  const group = groupOf(curve)
  const generator = group.normaliseAll(oddMultiples(group, curve, GENERATOR_WIDTH))
  const multiplesOfGenerator = onceItPays(() => fixedBase(curve, group, curve))
  const prepared = { group, generator, multiplesOfGenerator }
  PREPARED.set(curve, prepared)
  return prepared
}
