// What a citizen is shown of their applications: the same facts for the pages and for /api/v1.
import type { DayChange } from '../calendar/differing-days.ts'
import type { Localised } from '../web/language.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Application, Operation, ShownStatus } from './application.ts'
import type { Attention } from './attention.ts'
import type { KindId, SignMethod } from './kinds.ts'

/** Why an application cannot be withdrawn now. */
export const BARS = [
  'kind-is-final',
  'already-executed',
  'already-refused',
  'already-withdrawn',
  'execution-started',
  'withdrawal-being-checked',
  'status-unclear',
] as const
export type Bar = (typeof BARS)[number]

export type Withdrawability =
  | { readonly allowed: true; readonly methods: readonly SignMethod[] }
  | { readonly allowed: false; readonly reason: Bar }

/** What the list says of an application; its page says the rest. */
export type Listed = Pick<Application, 'id' | 'series' | 'number' | 'kind' | 'contractTypes' | 'filedOn' | 'changedAt'>

/** One row of the list: an application, or one of its operations (S-34). */
export type ListItem = {
  readonly ordinal: number // counted from the person's oldest row (O-04, O-06)
  readonly application: Listed
  readonly operation: Operation | undefined // set when the application has more than one
  readonly status: ShownStatus
  readonly withdrawal: Withdrawability
  readonly draftUntil?: Date | undefined // a statement of withdrawal is drawn up and may be signed until then
}

export type ListRow = ListItem & { readonly application: Application }

export type ListQuery = {
  readonly kind?: string | undefined // also one that the catalogue lacks: a newer instance may have written it
  readonly status?: ShownStatus | undefined
  readonly q?: string | undefined
  readonly sort: 'newest' | 'oldest'
  readonly cursor?: string | undefined
  readonly limit: number
}

/** The parts of the list's address that may be misunderstood. */
export const PARTS = ['kind', 'status', 'q', 'sort', 'cursor'] as const
export type Part = (typeof PARTS)[number]

export type ListPage = {
  readonly rows: readonly ListItem[]
  readonly total: number // rows that match, on all pages
  readonly nextCursor: string | undefined
  readonly previousCursor: string | undefined
  readonly kinds: readonly { readonly kind: KindId; readonly count: number }[] // only those the person has
  readonly statuses: readonly { readonly status: ShownStatus; readonly count: number }[]
  readonly asOf: Date | undefined // until when the fund's data are known; undefined: it has told us nothing yet
  readonly attention: Attention // on the first page of everything, where it is shown
}

export type Actor = { readonly kind: 'person' | 'fund' | 'operator' | 'system'; readonly name: Localised | undefined }
export const TIMELINE_EVENTS = [
  'received',
  'execution-started',
  'execution-released',
  'withdrawal-signed',
  'withdrawal-rejected',
  'withdrawal-timed-out',
  'executed',
  'refused',
  'withdrawn',
  'deadline-moved', // by a newer calendar
] as const
export type TimelineItem = {
  readonly at: Date
  readonly dateOnly: boolean // the core gave a date without a time
  readonly event: (typeof TIMELINE_EVENTS)[number]
  readonly actor: Actor
}

/** Why a day counts or does not. */
export const DAY_REASONS = [
  'working',
  'weekend',
  'holiday',
  'religious',
  'transferred-off',
  'transferred-work',
  'calendar', // counts, whatever day it is
  'before-start',
] as const

export type CountedDay = {
  readonly date: string
  readonly counts: boolean
  readonly why: (typeof DAY_REASONS)[number]
  readonly name: Localised | undefined
  readonly instead: string | undefined // the day that it was swapped with, or the holiday that it makes up for
}

export type Deadline = {
  readonly date: string
  readonly state: 'running' | 'met' | 'overdue'
  readonly workingDaysLeft: number // negative when overdue; for a finished application, days between the end and the date
  readonly today: string
  readonly calendarVersion: string // with which the date and the days were counted
  readonly days: readonly CountedDay[] // empty when they can no longer be told
  readonly isForecast: boolean // it reaches into a year whose calendar is not settled
  readonly change: DeadlineChange | undefined // by a newer calendar
  readonly revision: { readonly number: number; readonly at: Date } // of the date: rises whenever it changes
}

/** What a newer calendar did to a deadline. A later date is not taken over: the earlier one stays promised. */
export type DeadlineChange =
  | { readonly is: 'unchanged'; readonly version: string }
  | { readonly is: 'kept'; readonly version: string; readonly wouldBe: string; readonly because: readonly DayChange[] }
  | { readonly is: 'moved'; readonly version: string; readonly from: string; readonly because: readonly DayChange[] }

export const DOCUMENT_KINDS = ['receipt', 'application'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** A document that can be had as PDF, or why not. */
export type DocumentItem =
  | {
      readonly kind: DocumentKind
      readonly madeBy: 'fund' | 'service'
      readonly size: number
      readonly at: Date // when the fund sent it; when what it was made from last changed
    }
  | { readonly kind: DocumentKind; readonly reason: 'name-unknown' | 'not-made' }

/** A signature under a statement of withdrawal whose person has not been told the end of it at once. */
export type PendingSignature =
  | {
      readonly is: 'checking'
      readonly receivedAt: Date
      readonly silent: boolean // it was asked about, and there is no answer yet
      readonly until: Date // so long we ask
    }
  | { readonly is: 'rejected'; readonly code: ProblemCode }

/** A statement of withdrawal that is drawn up and may still be signed. */
export type LiveDraft = { readonly id: string; readonly expiresAt: Date }

export type Details = {
  readonly row: ListRow
  readonly timeline: readonly TimelineItem[]
  readonly deadline: Deadline | undefined
  readonly documents: readonly DocumentItem[]
  readonly registration: string | undefined // of the withdrawal, when there is one
  readonly signature: PendingSignature | undefined // the newest, while it matters
  readonly draft: LiveDraft | undefined
  readonly asOf: Date // when this was read
  readonly heardAt: Date | undefined // when the fund's core last told us anything
}
