// A person, the issuing authority over it, and the question whether the person's certificate is revoked by lists.
import * as make from '../test-certificates.ts'
import { NOON } from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import type { Crl } from './crl.ts'
import { type CrlQuestion, judgeCrls } from './judge-crl.ts'
import type { RevocationStatus } from './revocation-status.ts'
import * as list from './test-crl.ts'

export const root = make.makeRoot(rsaKey('root'))
export const issuing = make.makeAuthority(root, rsaKey('issuing'), 'ISSUING', { serial: 2n })
export const stranger = make.makeRoot(rsaKey('stranger'), 'ISSUING') // the same name, another key
const personKey = rsaKey('person')
export const person = make.makePerson(issuing, personKey, { serial: 77n })
export const listed = list.crlEntry(77n, { reason: 1 })
export const trust = { anchors: [root.certificate], intermediates: [issuing.certificate] }

/** The status of the person's certificate at noon, unless the question is changed. */
export function judge(crls: readonly Crl[], changes: Partial<CrlQuestion> = {}): RevocationStatus {
  const asked = { certificate: person.certificate, issuer: issuing.certificate, at: NOON, trust }
  return judgeCrls({ ...asked, crls, ...changes })
}

export const at = (hours: number) => list.hoursFrom(NOON, hours)

export function personWith(...extensions: readonly Uint8Array[]) {
  const all = [make.keyUsage(0xc0), ...extensions]
  return make.makePerson(issuing, personKey, { serial: 77n, extensions: all }).certificate
}

/** A list that is about some things only. */
export function scoped(
  scope: list.ScopeOptions,
  entries: readonly Uint8Array[] = [],
  issuer: make.Holder = issuing,
): Crl {
  return list.makeCrl(issuer, { entries, extensions: [list.crlNumber(7), list.issuingDistributionPoint(scope)] })
}
