// Passwords, contacts, codes, registering and recovering: why not, one clear sentence each, and what to do next.
import type { Problem } from './problems.ts'

export const ACCOUNT_PROBLEMS = {} as const satisfies Record<string, Problem>
