// What the commands say to people: the shape that every language fills.
import type { Code, Outcome } from '../../code.ts'
import type { RevocationReport } from '../../report.ts'
import type { Purpose } from '../../x509/purpose.ts'
import type { Role } from '../../x509/role.ts'
import type { Fact } from '../cert.ts'
import type { Kind } from '../recognise.ts'

export type Messages = {
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly standardInput: string
  readonly signature: (number: number) => string
  readonly person: string
  readonly personUnknown: string
  readonly iin: string
  readonly bin: string
  readonly certificate: string
  readonly certificateMissing: string
  readonly purpose: Readonly<Record<Purpose, string>>
  readonly roles: string
  readonly role: Readonly<Record<Role, string>>
  readonly rolesMissing: string
  readonly valid: string
  readonly chain: string
  readonly chainMissing: string
  readonly signingTime: string
  readonly signingTimeMissing: string
  readonly timestamp: string
  readonly timestampMissing: string
  readonly revocation: string
  readonly revocationStatus: Readonly<Record<RevocationReport['status'], string>>
  readonly verifiedAt: string
  readonly document: string
  readonly unchecked: (count: number) => string // files around a container
  readonly reason: Readonly<Record<Code, string>>
  readonly fact: Readonly<Record<Fact, string>> // of `eds cert`
  readonly none: string
  readonly yes: string
  readonly no: string
  readonly kind: Readonly<Record<Kind | 'other', string>> // of `eds inspect`
  readonly trust: TrustMessages
}

/** Of `eds trust check`. */
export type TrustMessages = {
  readonly count: (known: number, all: number) => string
  readonly unknown: string
  readonly known: string
  readonly root: string
  readonly issuing: string
  readonly forThePast: (years: string) => string
  readonly authority: string
  readonly noAuthority: string
  readonly notYetValid: string
  readonly expired: string
}
