// How much is done in looking for paths before it is refused, so that no message can make it long.
import { EdsError } from '../error.ts'

/** What was spent so far; share one between the searches for one message, so that many signers do not mean many times. */
export type Effort = { signatures: number; steps?: number; paths?: number; comparisons?: number }

const LIMITS: Readonly<Record<keyof Effort, number>> = {
  signatures: 64, // each some milliseconds; an honest message needs three a signer, and fewer with known links
  steps: 256, // from one certificate to a next, its signature known or not: authorities that certify each other many times over
  paths: 256, // complete ones: a handful of signers, their time stamps and whoever answers for their revocation
  comparisons: 100_000, // of names with subtrees: two certificates as large as we read could mean millions
}

/** Throws EdsError `limit-exceeded` past the limit. */
export function spend(effort: Effort, what: keyof Effort, count = 1): void {
  const spent = (effort[what] ?? 0) + count
  effort[what] = spent
  if (spent > LIMITS[what]) throw new EdsError('limit-exceeded')
}

/** Whether more was asked for than the limits allow: something was left undone, and that nothing was found means nothing. */
export function isExhausted(effort: Effort): boolean {
  return KINDS.some(what => (effort[what] ?? 0) > LIMITS[what])
}

const KINDS = ['signatures', 'steps', 'paths', 'comparisons'] as const satisfies readonly (keyof Effort)[]
