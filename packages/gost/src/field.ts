// Arithmetic modulo a prime with BigInt. Nothing here takes the same time for every input.

/** Reduces any integer, negative ones too, into 0 … p−1. */
export type Reduce = (value: bigint) => bigint

/** The fastest reduction for a prime: folding where p = 2ⁿ − c with a small c, division otherwise. */
export function reducer(p: bigint): Reduce {
  const bits = p.toString(2).length
  const c = 2n ** BigInt(bits) - p
  return c < 2n ** 32n ? foldingReducer(p, bits, c) : dividingReducer(p)
}

/** The inverse of a value in 1 … m−1 modulo a prime m, by the extended algorithm of Euclid. */
export function invert(value: bigint, m: bigint): bigint {
  let [r0, r1] = [m, value]
  let [t0, t1] = [0n, 1n]
  while (r1 !== 0n) {
    const quotient = r0 / r1
    ;[r0, r1] = [r1, r0 - quotient * r1]
    ;[t0, t1] = [t1, t0 - quotient * t1]
  }
  return t0 < 0n ? t0 + m : t0
}

/** The inverses of values none of which is 0 modulo m: one inversion for all, and three products for each. */
export function invertAll(values: readonly bigint[], m: bigint, reduce: Reduce): bigint[] {
  let product = 1n
  const before = values.map(value => {
    const earlier = product
    product = reduce(product * value)
    return earlier
  })
  let inverse = invert(product, m) // of all the values up to the one whose turn it is
  const inverses = values.map(() => 0n)
  for (let i = values.length - 1; i >= 0; i--) {
    inverses[i] = reduce(inverse * (before[i] ?? 0n))
    inverse = reduce(inverse * (values[i] ?? 0n))
  }
  return inverses
}

/** The high part is worth c times itself, since 2ⁿ ≡ c (mod p); shifts of BigInt round down, so signs need no care. */
function foldingReducer(p: bigint, bits: number, c: bigint): Reduce {
  const n = BigInt(bits)
  return value => {
    let folded = value
    for (let high = folded >> n; high !== 0n; high = folded >> n) folded = BigInt.asUintN(bits, folded) + c * high
    return folded < p ? folded : folded - p
  }
}

function dividingReducer(p: bigint): Reduce {
  return value => {
    const rest = value % p
    return rest < 0n ? rest + p : rest
  }
}
