// Registering begins when somebody has shown who they are, by a signature made for this purpose alone.
import type { Iin } from '../citizens/iin.ts'
import { makeSecret } from '../sessions/keyed-hash.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { IdentifiedBy } from './registration.ts'

export type Beginning = {
  readonly iin: Iin // proved by the way
  readonly way: IdentifiedBy
  readonly starter: string // of the browser that proved it
}

/**
 * `starter` is a new secret: the route that called keeps it in the cookie `starter`. Whoever knew the browser's old one,
 * say from a shared computer, cannot go on in the person's name (session fixation).
 */
export type Begun =
  | { readonly kind: 'begun'; readonly starter: string }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

type Needs = {
  readonly open: (opening: Beginning & { readonly next: string; readonly now: Date }) => Promise<void>
  readonly now: () => Date
}

/** Whoever begins again in the same browser begins from the beginning. */
export const beginRegistration =
  (needs: Needs) =>
  async (beginning: Beginning): Promise<Begun> => {
    const starter = makeSecret()
    await needs.open({ ...beginning, next: starter, now: needs.now() })
    return { kind: 'begun', starter }
  }
