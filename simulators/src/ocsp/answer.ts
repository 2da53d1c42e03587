// What the responder says of a request: the truth by its register, or one of the ways to go wrong.
import { randomBytes } from 'node:crypto'
import { DerError } from '@otinish/eds/der/error'
import type { Office } from '../pki/authority.ts'
import { findRevocation, hexOf, REASON, type Revocation } from '../pki/revocation.ts'
import { type CertificateId, isIssuerOf } from './certificate-id.ts'
import { type OcspRequest, OcspRequestError, readOcspRequest } from './read-request.ts'
import { type CertificateStatus, type OcspAnswer, writeOcspFailure, writeOcspResponse } from './write-response.ts'

export const OCSP_MODES = [
  'good', // the truth: good, or revoked when the register says so
  'revoked', // of every certificate, since an hour ago
  'unknown',
  'unknown-1970', // RFC 6960 §2.2: "revoked" since 1970 and on hold, which means unknown
  'lying', // good, signed by a stranger whose certificate only looks like the responder's
  'forged', // good, with the responder's true certificate and a stranger's signature
  'wrong-nonce',
  'no-nonce',
  'old', // the truth of an hour ago
  'other-certificate', // good, but of another serial number
  'try-later',
] as const
export type OcspMode = (typeof OCSP_MODES)[number]

export type OcspDesk = {
  readonly issuer: Office // whose certificates it knows; of all others it says unknown
  readonly responder: Office
  readonly impostor: Office
  readonly revoked: readonly Revocation[]
  readonly now: Date
}

const HOUR = 3_600_000

/** The OCSPResponse in DER, also to what is no request. */
export function answerOcsp(bytes: Uint8Array, mode: OcspMode, desk: OcspDesk): Uint8Array {
  const request = readOrNone(bytes)
  if (!request) return writeOcspFailure('malformed-request')
  if (mode === 'try-later') return writeOcspFailure('try-later')
  const truth: OcspAnswer = {
    by: desk.responder,
    at: desk.now,
    statuses: request.ids.map(id => [id, trueStatus(id, desk)] as const),
    nonce: request.nonce,
  }
  return writeOcspResponse({ ...truth, ...WRONG[mode](request, desk) })
}

type Wrong = (request: OcspRequest, desk: OcspDesk) => Partial<OcspAnswer>

/** What each mode says instead of the truth. */
const WRONG: Readonly<Record<Exclude<OcspMode, 'try-later'>, Wrong>> = {
  good: () => ({}),
  revoked: ({ ids }, { now }) => {
    const at = new Date(now.getTime() - HOUR)
    return { statuses: sayOfAll(ids, { is: 'revoked', at, reason: REASON.keyCompromise }) }
  },
  unknown: ({ ids }) => ({ statuses: sayOfAll(ids, { is: 'unknown' }) }),
  'unknown-1970': ({ ids }) => ({
    statuses: sayOfAll(ids, { is: 'revoked', at: new Date(0), reason: REASON.certificateHold }),
  }),
  lying: ({ ids }, { impostor }) => ({ by: impostor, statuses: sayOfAll(ids, { is: 'good' }) }),
  forged: ({ ids }, { responder, impostor }) => ({
    by: { ...responder, key: impostor.key },
    statuses: sayOfAll(ids, { is: 'good' }),
  }),
  'wrong-nonce': ({ nonce }) => ({ nonce: randomBytes(nonce?.length ?? 16) }),
  'no-nonce': () => ({ nonce: undefined }),
  old: (_, { now }) => ({ at: new Date(now.getTime() - HOUR) }),
  'other-certificate': ({ ids }) => ({ statuses: sayOfAll(ids.map(neighbour), { is: 'good' }) }),
}

function sayOfAll(ids: readonly CertificateId[], status: CertificateStatus): OcspAnswer['statuses'] {
  return ids.map(id => [id, status])
}

function trueStatus(id: CertificateId, { issuer, revoked, now }: OcspDesk): CertificateStatus {
  if (!isIssuerOf(issuer, id)) return { is: 'unknown' }
  const found = findRevocation(revoked, { by: issuer.key.kind, serial: hexOf(id.serial) }, now)
  return found ? { is: 'revoked', at: new Date(found.at), reason: found.reason } : { is: 'good' }
}

/** The certificate with the next serial number. */
function neighbour(id: CertificateId): CertificateId {
  const last = id.serial.length - 1
  return { ...id, serial: id.serial.with(last, (id.serial[last] ?? 0) ^ 1) }
}

function readOrNone(bytes: Uint8Array): OcspRequest | undefined {
  try {
    return readOcspRequest(bytes)
  } catch (error) {
    if (error instanceof DerError || error instanceof OcspRequestError) return undefined
    throw error
  }
}
