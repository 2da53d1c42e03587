// Those outside on whom the service depends, and what was last seen of each.

/** The first six we ask; the core and the phones ask us. */
export const OUTSIDE = ['persons', 'ocsp-gost', 'ocsp-rsa', 'tsp', 'mail', 'sms', 'core', 'phone'] as const
export type Outside = (typeof OUTSIDE)[number]

/** What came of the last call: `since` when it has been like that. */
export type Sighting = {
  readonly name: Outside
  readonly state: 'up' | 'down'
  readonly since: Date
  readonly at: Date
}

/** Tells what came of a call. It costs nothing: whoever calls does not wait for it. */
export type Observe = (name: Outside, answered: boolean) => void
