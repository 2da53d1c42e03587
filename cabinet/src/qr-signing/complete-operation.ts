// The page goes on with what was signed on the phone: once, and in the browser that began.

import type { Iin } from '../citizens/iin.ts'
import type { ProblemCode } from '../web/problems.ts'
import { COMPLETION_MINUTES, completionRefusal } from './decide.ts'
import type { Operation } from './operation.ts'

type Needs = {
  readonly find: (id: string, starter: string) => Promise<Operation | undefined>
  readonly recordCompleted: (
    id: string,
    starter: string,
    purpose: string,
    life: { now: Date; signedSince: Date },
  ) => Promise<boolean>
  readonly now: () => Date
}

export type CompletionInput = {
  readonly id: string
  readonly starter: string | undefined
  readonly purpose?: string // of one purpose only; of any when it is absent
}

export type Completion =
  | { readonly kind: 'completed'; readonly operation: Operation; readonly signer: Iin; readonly starter: string }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export const completeOperation =
  (needs: Needs) =>
  async ({ id, starter, purpose }: CompletionInput): Promise<Completion> => {
    const now = needs.now()
    const operation = starter === undefined ? undefined : await needs.find(id, starter)
    if (!operation || starter === undefined) return { kind: 'refusal', code: 'qr-elsewhere' }
    const refused = completionRefusal(operation, purpose ?? operation.purpose, now)
    if (refused) return { kind: 'refusal', code: refused }
    if (operation.progress.is !== 'signed') return { kind: 'refusal', code: 'qr-not-signed' }
    const signedSince = new Date(now.getTime() - COMPLETION_MINUTES * 60_000)
    const isFirst = await needs.recordCompleted(id, starter, operation.purpose, { now, signedSince })
    const { signer } = operation.progress
    return isFirst ? { kind: 'completed', operation, signer, starter } : { kind: 'refusal', code: 'qr-used' }
  }

/**
 * What was to follow has been refused. Because the state database is silent: nothing has come of the signature, and whoever
 * presses again is asked for no other. Only who completed the operation calls this, so it is still used once.
 */
export const takeBack =
  (recordTakenBack: (id: string, starter: string) => Promise<void>) =>
  async (id: string, starter: string, refused: ProblemCode): Promise<void> => {
    if (refused === 'person-data-unavailable') await recordTakenBack(id, starter)
  }
