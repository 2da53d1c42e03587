// A rehearsal: the key is looked at as if it counted, and what was seen is told and kept nowhere.
import { almatyDate } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { Identified, SignedChallenge } from './identify.ts'

type Needs = {
  readonly identify: (signed: SignedChallenge) => Promise<Identified>
  readonly now: () => Date
}

export type Rehearsed = {
  readonly kind: 'rehearsed'
  readonly owner: string
  readonly iin: Iin
  readonly until: string // the last day, in Almaty
  readonly daysLeft: number
  readonly issuer: string
  readonly goodFor: 'both' | 'signing-in'
}

export type RehearsalOutcome = Rehearsed | { readonly kind: 'refusal'; readonly code: ProblemCode }

const DAY_MS = 86_400_000

export const rehearse =
  ({ identify, now }: Needs) =>
  async (signed: Omit<SignedChallenge, 'purpose'>): Promise<RehearsalOutcome> => {
    const who = await identify({ ...signed, purpose: 'rehearsal' })
    if (who.kind === 'refusal') return { kind: 'refusal', code: who.code }
    const { commonName, issuer, notAfter } = who.certificate
    return {
      kind: 'rehearsed',
      owner: commonName,
      iin: who.iin,
      until: almatyDate(notAfter),
      daysLeft: Math.floor((notAfter.getTime() - now().getTime()) / DAY_MS),
      issuer,
      goodFor: who.signs ? 'both' : 'signing-in',
    }
  }
