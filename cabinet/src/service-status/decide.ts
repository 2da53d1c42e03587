// What is said of those outside and of planned work: rules, pure.
import type { Announcement, Concern } from '../web/announcement.ts'
import type { Maintenance } from './maintenance.ts'
import type { Outside, Sighting } from './outside.ts'

const MINUTE = 60_000
const TOLD_BEFORE = 48 * 60 * MINUTE // how long before it begins planned work is announced
const SAYS_NOTHING_AFTER = 60 * MINUTE // how long what was last seen says something about now
const STILL_DOWN = 10 * MINUTE // an outage that nobody has met for so long is not announced any more

/** What is known of one of those outside. */
export type Standing =
  | { readonly is: 'works'; readonly at: Date }
  | { readonly is: 'fails'; readonly since: Date; readonly at: Date }
  | { readonly is: 'quiet'; readonly at: Date; readonly was: Sighting['state'] } // not called of late
  | { readonly is: 'unseen' }

export function standingOf(seen: Sighting | undefined, now: Date): Standing {
  if (!seen) return { is: 'unseen' }
  const { state, since, at } = seen
  if (now.getTime() - at.getTime() > SAYS_NOTHING_AFTER) return { is: 'quiet', at, was: state }
  return state === 'up' ? { is: 'works', at } : { is: 'fails', since, at }
}

/** Of several that do one thing together, what concerns a person most. */
export function worstOf(standings: readonly Standing[]): Standing {
  const order = ['fails', 'works', 'quiet', 'unseen'] as const
  const found = order.flatMap(is => standings.filter(standing => standing.is === is))
  return found[0] ?? { is: 'unseen' }
}

/** Planned work that is still to come or going on, the next first. */
export function planned(all: readonly Maintenance[], now: Date): Maintenance[] {
  return all
    .filter(({ cancelledAt, until }) => cancelledAt === undefined && until > now)
    .toSorted((a, b) => a.from.getTime() - b.from.getTime())
}

export function isGoingOn({ from, until }: Maintenance, now: Date): boolean {
  return from <= now && now < until
}

/** Whose silence keeps people from doing something: the rest is on the status page. */
const FELT: readonly (readonly [Concern, readonly Outside[]])[] = [
  ['persons', ['persons']],
  ['signing', ['ocsp-gost', 'ocsp-rsa']],
]
const MOST = 3

/** Planned work from 48 hours before it begins; an outage while it is met, unless it is planned work and said already. */
export function announcementsOf(
  plans: readonly Maintenance[],
  sightings: readonly Sighting[],
  now: Date,
): Announcement[] {
  const near = planned(plans, now).filter(({ from }) => from.getTime() - now.getTime() <= TOLD_BEFORE)
  const explained = new Set(near.filter(plan => isGoingOn(plan, now)).map(({ what }) => what))
  const outages = FELT.filter(([what]) => !explained.has(what) && !explained.has('service')).flatMap(([what, names]) =>
    outageOf(
      what,
      sightings.filter(({ name }) => names.includes(name)),
      now,
    ),
  )
  return [
    ...outages,
    ...near.map(({ what, from, until, text }) => ({ is: 'planned' as const, what, from, until, text })),
  ].slice(0, MOST)
}

function outageOf(what: Concern, seen: readonly Sighting[], now: Date): Announcement[] {
  const down = seen.filter(({ state, at }) => state === 'down' && now.getTime() - at.getTime() <= STILL_DOWN)
  const [first] = down.toSorted((a, b) => a.since.getTime() - b.since.getTime())
  return first ? [{ is: 'outage', what, since: first.since }] : []
}
