// How long applications of a kind usually take: what was computed, of which days and when.
import type { Spread } from './decide.ts'

export const WINDOW_DAYS = 30

export type Usual = Spread & {
  readonly persons: number // whose they are: so many at least, and never more than there are cases
  readonly since: string // ISO dates, both included
  readonly until: string
  readonly computedAt: Date
}
