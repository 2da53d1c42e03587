// Who is at the screen, since when, and by which way they came in.
import type { Person } from '../citizens/person.ts'

export const IDLE_MINUTES = 15
export const ABSOLUTE_HOURS = 12
export const MOST_SESSIONS = 20 // of one person: the one that was used least recently ends when another begins

/** The three ways of memo items S-16 … S-18. Whoever came by password may read; withdrawing always needs a signature. */
export const WAYS = ['eds', 'password', 'egov-mobile'] as const
export type SignInWay = (typeof WAYS)[number]

export type Session = {
  readonly key: string // names the session to its own person; it opens nothing
  readonly person: Person
  readonly signedInBy: SignInWay
  readonly since: Date
  readonly provedSince: Date | undefined // what was signed to come in was made then: the signature is no older
  readonly expiresAt: Date // unless prolonged by being used
  readonly endsAt: Date // the absolute end
  readonly readAt: Date // when this was true
  readonly device: string | undefined // the id of the device it was begun on, while the person has not forgotten it
  readonly unread: number // messages
  readonly alarmed: boolean // the person has said «бұл мен емес» and not taken it back
}
