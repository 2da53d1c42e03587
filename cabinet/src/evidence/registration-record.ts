// The record of a registration, as the fund seals it: what was withdrawn, when, and by which document and signature. Canonical JSON
// (RFC 8785): keys in order, no space, so that the same facts are the same bytes.
import { almatyIso } from '../calendar/almaty.ts'

export type RegistrationFacts = {
  readonly registration: string
  readonly application: {
    readonly id: string
    readonly kind: string
    readonly number: string
    readonly filedOn: string
  }
  readonly method: 'eds' | 'qr'
  readonly receivedAt: Date
  readonly registeredAt: Date
  readonly certificate: { readonly serial: string; readonly issuer: string }
  readonly timestamp: { readonly at: Date; readonly authority: string } | undefined
  readonly statementSha256: string
  readonly signatureSha256: string
}

/** No name and no IIN: the hashes say which document and which signature, and those say the rest. */
export function registrationRecord(facts: RegistrationFacts): Uint8Array {
  const { application, certificate, timestamp } = facts
  const record = {
    application: {
      id: application.id,
      kind: application.kind,
      number: application.number,
      filedOn: application.filedOn,
    },
    certificate: { serial: certificate.serial, issuer: certificate.issuer },
    method: facts.method,
    receivedAt: almatyIso(facts.receivedAt),
    registeredAt: almatyIso(facts.registeredAt),
    registration: facts.registration,
    signature: { sha256: facts.signatureSha256 },
    statement: { sha256: facts.statementSha256 },
    timestamp: timestamp ? { at: almatyIso(timestamp.at), authority: timestamp.authority } : null,
    version: 1,
  }
  return new TextEncoder().encode(canonical(record))
}

type Json = string | number | null | { readonly [key: string]: Json }

function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const pairs = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)) // by UTF-16 units, as RFC 8785 §3.2.3 asks
  return `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}
