// Signing with eGov Mobile: why not, one clear sentence each, and what to do next.
import type { Problem } from './problems.ts'

export const QR_PROBLEMS = {} as const satisfies Record<string, Problem>
