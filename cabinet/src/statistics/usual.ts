// How long applications of a kind usually take: what was computed, of which days and when.
import type { Spread } from './decide.ts'

export const WINDOW_DAYS = 30

export type Usual = Spread & {
  readonly since: string // ISO dates, both included
  readonly until: string
  readonly computedAt: Date
}
