// The individual identification number (ЖСН / ИИН): twelve digits, the last of them a check digit.

declare const iin: unique symbol
export type Iin = string & { readonly [iin]: true }

/** Twelve digits, or undefined. The check digit is not asked for: national test certificates carry one that fails it. */
export function parseIin(text: string): Iin | undefined {
  return /^\d{12}$/.test(text) ? (text as Iin) : undefined
}

const FIRST_WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND_WEIGHTS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2] // used only when the first sum gives 10

/** The check digit does not fit: worth a hint to whoever typed it, never a refusal. */
export function looksMistyped(iin: Iin): boolean {
  const first = weigh(iin, FIRST_WEIGHTS)
  const check = first < 10 ? first : weigh(iin, SECOND_WEIGHTS)
  return check !== Number(iin[11])
}

function weigh(iin: Iin, weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * Number(iin[i]), 0) % 11
}
