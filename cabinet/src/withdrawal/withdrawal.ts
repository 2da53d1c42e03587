// The nouns of withdrawal: a draft, the signature that answers it, and the record that stays.
import type { Application } from '../applications/application.ts'
import type { SignMethod } from '../applications/kinds.ts'
import type { PendingSignature } from '../applications/view.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { StatementFacts } from './statement.ts'

/** A statement made ready to be signed. It lives 30 minutes and dies when the application changes. */
export type Draft = {
  readonly id: string
  readonly application: Application
  readonly facts: StatementFacts
  readonly document: Uint8Array // the PDF, the very bytes to sign
  readonly sha256: string // hex, of `document`
  readonly methods: readonly SignMethod[]
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly state: DraftState
  readonly signature: PendingSignature | undefined // the newest under it
}

/** stopped: the person said «бұл мен емес»; overtaken: the application changed; used-up: too many signatures under it did not count. */
export type DraftState = 'open' | 'checking' | 'withdrawn' | 'expired' | 'stopped' | 'overtaken' | 'used-up'

/** What is known of the certificate a withdrawal was signed with. Whose it is stands in the evidence alone. */
export type SignerCertificate = {
  readonly issuer: string
  readonly serial: string
  readonly algorithm: string
  readonly notAfter: Date
}

/** A completed withdrawal. `receivedAt` is decisive against a claim; `registeredAt` is when the number was given. */
export type Registration = {
  readonly number: string // '<n>-ОЖ'
  readonly application: {
    readonly id: string
    readonly kind: Application['kind']
    readonly number: string
    readonly filedOn: string
  }
  readonly receivedAt: Date
  readonly registeredAt: Date
  readonly method: SignMethod
  readonly certificate: SignerCertificate
  readonly revocation: Revocation | undefined // shown wherever a result is shown; undefined: registered before it was checked
  readonly timestamp: { readonly at: Date; readonly authority: string } | undefined
}

/** That the certificate was not revoked: who said so, and of which moment. */
export type Revocation = { readonly source: 'ocsp' | 'crl'; readonly at: Date }

export type SignOutcome =
  | { readonly kind: 'withdrawn'; readonly registration: Registration }
  | { readonly kind: 'checking'; readonly receivedAt: Date; readonly until: Date }
  | { readonly kind: 'refusal'; readonly code: ProblemCode; readonly registration: string | undefined }
