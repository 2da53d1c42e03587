// What comes of one step of recovering.
import type { Faults } from '../web/fault.ts'
import type { ProblemCode } from '../web/problems.ts'
import { stepOf } from './decide.ts'
import type { Recovery, Step } from './recovery.ts'

export type Outcome<Field extends string = never> =
  | { readonly kind: 'at'; readonly step: Step } // where the recovery stands now
  | { readonly kind: 'faults'; readonly faults: Faults<Field> }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export const OVER = { kind: 'refusal', code: 'recovery-over' } as const

export function at(recovery: Recovery): Outcome {
  return { kind: 'at', step: stepOf(recovery) }
}
