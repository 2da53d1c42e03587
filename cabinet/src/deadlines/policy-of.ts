// By which rule the term of an application is counted.
import { KINDS, type Kind } from '../applications/kinds.ts'
import type { DeadlinePolicy } from '../calendar/policy.ts'

/** `undefined` where no term is set, and for a kind that the catalogue does not know. */
export function policyOf(kind: string): DeadlinePolicy | undefined {
  const catalogue: Readonly<Record<string, Kind>> = KINDS
  return Object.hasOwn(catalogue, kind) ? catalogue[kind]?.deadline : undefined
}
