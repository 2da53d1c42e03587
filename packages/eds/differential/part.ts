// One part of the comparison and how it is told.
import type { OpenSsl } from './openssl.ts'

/** `disagreements` are what nobody may be at peace with; `lines` are the figures. */
export type Part = {
  readonly title: string
  readonly lines: readonly string[]
  readonly disagreements: readonly string[]
}

/** Compares so many; a part of fixed size takes no notice of the count. */
export type PartRunner = (openssl: OpenSsl, count: number) => Promise<Part>

/** Prints the part with the time it took; at most the first few disagreements. */
export function printPart({ title, lines, disagreements }: Part, seconds: number): void {
  const shown = disagreements.slice(0, 10).map(line => `DISAGREEMENT: ${line}`)
  console.log([`${title} (${seconds.toFixed(0)} s)`, ...lines, ...shown].join('\n  '))
}
