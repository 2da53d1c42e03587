// What came of a scan: how it ended, what the service answered, what the person saw, and what the service did wrong.
import { type Notebook, openNotebook, type Violation } from './violation.ts'

export const OUTCOMES = [
  'signed', // the service took the signature
  'declined', // the service took note that the person does not sign
  'dropped', // the app was closed
  'refused', // the service answered an error, `shown.message` in its words
  'stopped', // the app does not go on: `violations` say why
  'unclear', // the app cannot tell from the last answer whether it was taken: `violations` say why
  'unreachable', // no answer, or none in half a minute
  'no-key', // the person has no such key
  'no-stamp', // the time-stamping authority gives no stamp
  'unsupported', // right by the protocol, but this simulator cannot do it: XML, MIX_SIGN with XML
] as const
export type Outcome = (typeof OUTCOMES)[number]

export type ShownDocument = {
  readonly title: string
  readonly meta: readonly { readonly name: string; readonly value: string }[]
  readonly mime: string
  readonly text: string | null // of text/plain
}

/** In the language of the phone, where the service gives several. */
export type Shown = {
  readonly description?: string
  readonly organisation?: string
  readonly bin?: string
  readonly until?: string // ISO
  readonly documents: readonly ShownDocument[]
  readonly message?: string // of an error
  readonly backUrl?: string // offered as a button when the app was opened by a link
}

export type Report = {
  readonly outcome: Outcome
  readonly statuses: readonly number[] // of the answers, in the order in which they came
  readonly shown: Shown
  readonly violations: readonly Violation[]
}

/** Writes down a scan as it goes. */
export type Trail = {
  readonly notes: Notebook
  answered(status: number): void
  show(more: Partial<Shown>): void
  shown(): Shown
  report(outcome: Outcome): Report
}

/** An empty one. */
export function openTrail(): Trail {
  const notes = openNotebook()
  const statuses: number[] = []
  let shown: Shown = { documents: [] }
  return {
    notes,
    answered: status => void statuses.push(status),
    show(more) {
      shown = { ...shown, ...more }
    },
    shown: () => shown,
    report: outcome => ({ outcome, statuses: [...statuses], shown, violations: notes.violations() }),
  }
}
