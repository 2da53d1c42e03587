// What comes of one step of registering.
import type { Faults } from '../web/fault.ts'
import type { ProblemCode } from '../web/problems.ts'
import { stepOf } from './decide.ts'
import type { Registration, Step } from './registration.ts'

export type Outcome<Field extends string = never> =
  | { readonly kind: 'at'; readonly step: Step } // where the registration stands now
  | { readonly kind: 'faults'; readonly faults: Faults<Field> }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export const OVER = { kind: 'refusal', code: 'registration-over' } as const

export function at(registration: Registration): Outcome {
  return { kind: 'at', step: stepOf(registration) }
}
