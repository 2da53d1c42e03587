// Recovering by a signature begins when somebody has shown who they are, by a signature made for this purpose alone.
import type { Iin } from '../citizens/iin.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import { makeSecret } from '../sessions/keyed-hash.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Recovery } from './recovery.ts'

export type Beginning = {
  readonly iin: Iin // proved by the way
  readonly way: 'eds' | 'egov-mobile'
  readonly starter: string // of the browser that proved it
}

/** `starter` is a new secret, to be kept in the cookie `starter`: whoever knew the old one cannot go on instead. */
export type Begun =
  | { readonly kind: 'begun'; readonly starter: string }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

export type Opening = {
  readonly iin: Iin
  readonly way: Recovery['way']
  readonly starter: string // whatever it had begun before is over
  readonly next: string
  readonly now: Date
}

type Needs = {
  readonly personToSignIn: (iin: Iin) => Promise<PersonAnswer>
  readonly isRegistered: (iin: Iin) => Promise<boolean>
  readonly open: (opening: Opening) => Promise<void>
  readonly now: () => Date
}

/** Who signed may know whether they are registered, and whether the state database says that they may act. */
export const beginRecovery =
  (needs: Needs) =>
  async ({ iin, way, starter }: Beginning): Promise<Begun> => {
    const answer = await needs.personToSignIn(iin)
    if (answer.kind === 'refusal') return answer
    if (!(await needs.isRegistered(iin))) return { kind: 'refusal', code: 'not-registered' }
    const next = makeSecret()
    await needs.open({ iin, way, starter, next, now: needs.now() })
    return { kind: 'begun', starter: next }
  }
