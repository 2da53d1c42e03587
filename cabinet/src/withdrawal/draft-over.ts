// Why a draft can no longer be signed.
import type { ProblemCode } from '../web/problems.ts'
import type { DraftState } from './withdrawal.ts'

/** A new state does not compile until it has its line here. */
export const OVER = {
  expired: 'draft-expired',
  stopped: 'draft-stopped',
  'used-up': 'draft-used-up',
  overtaken: 'draft-overtaken',
  withdrawn: 'draft-overtaken',
  checking: 'withdrawal-being-checked',
} as const satisfies Record<Exclude<DraftState, 'open'>, ProblemCode>
