// What of a person's applications needs them, and what first. Pure: no clock, no database.
import { type Application, type ShownStatus, type State, shown } from './application.ts'

/** What is known of an application that may need its person. */
export type Candidate = Pick<Application, 'id' | 'number' | 'kind'> & {
  readonly state: State
  readonly appealUntil: string | undefined
  readonly promisedOn: string | undefined // the last day of the fund's term
  readonly notCounted: boolean // the newest signature under its withdrawal did not count
  readonly syncedAt: Date
}

export type Need =
  | { readonly is: 'signature-not-counted' }
  | { readonly is: 'appeal-open'; readonly until: string }
  | { readonly is: 'overdue'; readonly since: string }
  | { readonly is: 'unclear'; readonly syncedAt: Date }

export type Attention = {
  readonly items: readonly { readonly application: Pick<Application, 'id' | 'number' | 'kind'>; readonly need: Need }[]
  readonly others: readonly ShownStatus[] // of those left out
}

export const NO_ATTENTION: Attention = { items: [], others: [] }

const MOST = 5

/** What one can only do oneself comes first, of that what ends soonest; then what the fund is late with, the latest first. */
const ORDER: readonly Need['is'][] = ['signature-not-counted', 'appeal-open', 'overdue', 'unclear']

export function needOf(candidate: Candidate, today: string): Need | undefined {
  const { state, appealUntil, promisedOn, notCounted, syncedAt } = candidate
  if (state === 'accepted' && notCounted) return { is: 'signature-not-counted' }
  if (state === 'refused' && appealUntil && appealUntil >= today) return { is: 'appeal-open', until: appealUntil }
  if ((state === 'accepted' || state === 'executing') && promisedOn && promisedOn < today)
    return { is: 'overdue', since: promisedOn }
  return state === 'unclear' ? { is: 'unclear', syncedAt } : undefined
}

export function attentionTo(candidates: readonly Candidate[], today: string): Attention {
  const needing = candidates.flatMap(candidate => {
    const need = needOf(candidate, today)
    return need ? [{ candidate, need, rank: `${rank(need)} ${candidate.id}` }] : []
  })
  needing.sort((a, b) => compare(a.rank, b.rank))
  const left = needing.slice(MOST).map(({ candidate }) => shown(candidate.state))
  return {
    items: needing.slice(0, MOST).map(({ candidate: { id, number, kind }, need }) => ({
      application: { id, number, kind },
      need,
    })),
    others: [...new Set(left)],
  }
}

function rank(need: Need): string {
  const day = need.is === 'appeal-open' ? need.until : need.is === 'overdue' ? need.since : ''
  return `${ORDER.indexOf(need.is)} ${day}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
