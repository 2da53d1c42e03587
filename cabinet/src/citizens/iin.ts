// The individual identification number (ЖСН / ИИН): twelve digits, the last of them a check digit.

declare const iin: unique symbol
export type Iin = string & { readonly [iin]: true }

/** Twelve digits, or undefined. The check digit is not asked for: national test certificates carry one that fails it. */
export function parseIin(text: string): Iin | undefined {
  return /^\d{12}$/.test(text) ? (text as Iin) : undefined
}
