// Anybody checks a paper by its code. What is wrong, run out or unknown gets one answer after the same work.
import type { Application, ShownStatus } from '../applications/application.ts'
import type { KindId } from '../applications/kinds.ts'
import type { Act } from '../audit/act.ts'
import { initialsOf, stillHolds } from './decide.ts'
import type { PaperFacts, PaperKind } from './paper.ts'
import { hashOfCode } from './paper-code.ts'
import type { KeptPaper } from './paper-store.ts'
import { readCode } from './readable-code.ts'

export type CheckNeeds = {
  readonly attempt: (
    address: string,
  ) => Promise<{ readonly allowed: true } | { readonly allowed: false; readonly again: Date }>
  readonly findPaper: (code: Uint8Array) => Promise<KeptPaper | undefined>
  readonly findApplication: (iin: string, id: string) => Promise<Application | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

export type Check = {
  readonly typed: string
  readonly address: string // of whoever asks
  readonly reader: string | undefined // the IIN of whoever is signed in
  readonly request: string
}

/** What a stranger is shown: nothing that the paper does not say, and of the person the initials. */
export type CheckedPaper = {
  readonly paper: PaperKind
  readonly initials: string
  readonly kind: KindId
  readonly number: string
  readonly filedOn: string
  readonly asOf: Date
  readonly certificate:
    | { readonly number: string; readonly status: ShownStatus; readonly validUntil: string }
    | undefined
  readonly stands: boolean
}

export type CheckOutcome =
  | { readonly kind: 'found'; readonly paper: CheckedPaper }
  | { readonly kind: 'refusal'; readonly code: 'paper-unknown' }
  | { readonly kind: 'refusal'; readonly code: 'too-many-requests'; readonly again: Date }

const UNKNOWN: CheckOutcome = { kind: 'refusal', code: 'paper-unknown' }
const NO_CODE = '' // looked for all the same

export const checkPaper =
  (needs: CheckNeeds) =>
  async (check: Check): Promise<CheckOutcome> => {
    const at = needs.now()
    const tried = await needs.attempt(check.address)
    if (!tried.allowed) return { kind: 'refusal', code: 'too-many-requests', again: tried.again }
    const kept = await needs.findPaper(hashOfCode(readCode(check.typed) ?? NO_CODE))
    if (!kept || (kept.valid_until !== null && kept.valid_until <= at)) return UNKNOWN
    const application = await needs.findApplication(kept.iin, kept.application)
    if (!application) return UNKNOWN
    if (check.reader !== kept.iin) await needs.record(lookOf(kept, at, check.request))
    return { kind: 'found', paper: shownOf(kept.facts, application) }
  }

/** Whoever it is has read something of a person's: the person sees that. */
function lookOf({ iin, application, facts }: KeptPaper, at: Date, request: string): Act {
  return { at, act: 'paper-checked', actor: { kind: 'anybody' }, iin, application, outcome: facts.paper, request }
}

function shownOf(facts: PaperFacts, now: Application): CheckedPaper {
  const { paper, applicant, application, asOf } = facts
  const { kind, number, filedOn } = application
  const certificate = facts.paper === 'certificate' ? facts : undefined
  return {
    ...{ paper, kind, number, filedOn },
    initials: initialsOf(applicant),
    asOf: new Date(asOf),
    certificate: certificate && {
      number: certificate.number,
      status: certificate.standing.status,
      validUntil: certificate.validUntil,
    },
    stands: stillHolds(facts, now),
  }
}
