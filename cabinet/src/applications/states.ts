// The inner states by name, for those who must list them.
import type { Status } from './application.ts'

export const INNER_STATES = [
  'accepted',
  'executing',
  'withdrawing',
  'executed',
  'refused',
  'withdrawn',
  'unclear',
] as const satisfies readonly Status['is'][]
