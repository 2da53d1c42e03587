// The report of a verification: the JSON object that `eds verify --json` prints and the service keeps as evidence.
import { hexOf } from './bytes.ts'
import type { Code, Outcome } from './code.ts'
import type { RevocationStatus } from './revocation/revocation-status.ts'
import type { Certificate } from './x509/certificate.ts'
import { formatName, valuesOf } from './x509/name.ts'
import { type KeyKind, keyKind } from './x509/public-key.ts'
import { type Purpose, purposeOf } from './x509/purpose.ts'
import type { Role } from './x509/role.ts'

export type Report = {
  readonly outcome: Outcome // the worst of the signers; with no signer at all, invalid
  readonly reasons: readonly Code[] // most important first
  readonly signers: readonly SignerReport[]
}

export type SignerReport = {
  readonly outcome: Outcome
  readonly reasons: readonly Code[]
  readonly person: PersonReport // nulls throughout when the certificate is missing
  readonly certificate: CertificateReport | null
  readonly chain: readonly string[] // common names from the signer to the anchor; empty without a path
  readonly signingTime: string | null // what the signer's clock said
  readonly timestamp: TimestampReport | null // null: none was asked for, there is none, or it was ignored
  readonly revocation: RevocationReport
  readonly verifiedAt: string // the judging time
}

export type PersonReport = {
  readonly iin: string | null
  readonly bin: string | null
  readonly commonName: string | null
  readonly surname: string | null
  readonly patronymic: string | null
}

export type CertificateReport = {
  readonly serial: string // hexadecimal, whole octets
  readonly subject: string
  readonly issuer: string
  readonly notBefore: string
  readonly notAfter: string
  readonly algorithm: KeyKind
  readonly purpose: Purpose
  readonly roles: readonly Role[]
}

export type TimestampReport = {
  readonly at: string // of an invalid one, what it claims
  readonly outcome: Outcome
  readonly authority: string // empty when the stamp is invalid: nobody has said anything
}

/** Of the certificates below the anchor, the one that is worst off. */
export type RevocationReport = {
  readonly status: 'good' | 'revoked' | 'unknown' | 'unchecked' // unchecked: not asked, and nothing in the message tells
  readonly source: 'ocsp' | 'crl' | 'none'
  readonly at: string // when the authority said so; without its word, the judging time
}

/** Whom the certificate names; nulls throughout without one. */
export function describePerson(certificate: Certificate | undefined): PersonReport {
  const { iin, bin, commonName, surname, patronymic } = certificate?.person ?? {}
  return {
    iin: iin ?? null,
    bin: bin ?? null,
    commonName: commonName ?? null,
    surname: surname ?? null,
    patronymic: patronymic ?? null,
  }
}

/** What a report tells of a certificate. */
export function describeCertificate(certificate: Certificate): CertificateReport {
  return {
    serial: formatSerial(certificate.serial),
    subject: formatName(certificate.subject),
    issuer: formatName(certificate.issuer),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    algorithm: keyKind(certificate.publicKey),
    purpose: purposeOf(certificate),
    roles: certificate.roles,
  }
}

/** The common name, or the whole name of an authority that has none. */
export function describeChain(chain: readonly Certificate[]): readonly string[] {
  return chain.map(({ subject }) => valuesOf(subject, '2.5.4.3')[0] ?? formatName(subject))
}

/** The worst of the statuses, the signer's own first. `asked` is whether the caller wanted to know. */
export function describeRevocation(
  statuses: readonly RevocationStatus[],
  { asked, at }: { readonly asked: boolean; readonly at: Date },
): RevocationReport {
  const ofKind = (kind: RevocationStatus['is']) => statuses.find(({ is }) => is === kind)
  const worst = ofKind('revoked') ?? ofKind('unknown') ?? statuses[0]
  if (!worst || worst.is === 'unknown') {
    const status = worst && asked ? 'unknown' : 'unchecked' // no status at all: the signer is itself an anchor
    return { status, source: 'none', at: at.toISOString() }
  }
  return { status: worst.is, source: worst.source, at: worst.at.toISOString() }
}

/** Key identifiers, fingerprints: shown like serial numbers. */
export function describeBytes(bytes: Uint8Array | undefined): string | null {
  return bytes ? hexOf(bytes) : null
}

function formatSerial(serial: bigint): string {
  const digits = (serial < 0n ? -serial : serial).toString(16)
  const whole = digits.length % 2 === 0 ? digits : `0${digits}`
  return serial < 0n ? `-${whole}` : whole
}
