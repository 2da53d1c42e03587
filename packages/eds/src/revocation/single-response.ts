// What a responder says of one certificate: SingleResponse. RFC 6960 §4.2.1, §4.2.2.1.
import { DerError } from '../der/error.ts'
import { fieldsOf, insideOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, ENUMERATED, GENERALIZED_TIME, primitiveContext, SEQUENCE } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { extensionValue, readExtensions } from '../x509/extension.ts'
import { type CertificateId, readCertificateId } from './certificate-id.ts'
import { entryValues, revokedSince } from './crl-entry.ts'
import { ARCHIVE_CUTOFF } from './ocsp-oids.ts'
import { type RevocationReason, readReason } from './revocation-reason.ts'

export type SingleResponse = {
  readonly id: CertificateId
  readonly status: CertificateStatus
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined // absent: newer information is always to be had
  readonly archiveCutoff: Date | undefined // §4.4.4: certificates that expired later are still told of
  readonly hasUnknownCritical: boolean
}

export type CertificateStatus =
  | { readonly is: 'good' }
  | { readonly is: 'unknown' }
  | { readonly is: 'revoked'; readonly since: Date; readonly reason: RevocationReason }

/** Throws DerError. */
export function readSingleResponse(element: Element): SingleResponse {
  const fields = fieldsOf(element)
  const id = readCertificateId(fields.required(SEQUENCE))
  const status = fields.any()
  const thisUpdate = readTime(fields.required(GENERALIZED_TIME))
  const next = fields.optional(constructedContext(0))
  const wrapper = fields.optional(constructedContext(1))
  fields.end()
  const nextUpdate = next && readTime(insideOf(next, GENERALIZED_TIME))
  if (nextUpdate && nextUpdate < thisUpdate) throw new DerError('unexpected', element.offset) // §4.2.2.1
  const extensions = wrapper ? readExtensions(insideOf(wrapper, SEQUENCE)) : []
  const values = entryValues(extensions) // §4.4.5: those of entries in lists may stand here
  return {
    ...{ id, thisUpdate, nextUpdate },
    status: readStatus(status, values.invalidAt),
    archiveCutoff: extensionValue(extensions, ARCHIVE_CUTOFF, readTime),
    hasUnknownCritical: values.hasUnknownCritical || values.certificateIssuer !== undefined,
  }
}

/** good [0] and unknown [2] are NULL under implicit tags, revoked [1] a SEQUENCE. */
function readStatus(element: Element, invalidAt: Date | undefined): CertificateStatus {
  if (element.tag === constructedContext(1)) return readRevoked(element, invalidAt)
  const is = new Map([
    [primitiveContext(0), 'good'],
    [primitiveContext(2), 'unknown'],
  ] as const).get(element.tag)
  if (!is || element.content.length > 0) throw new DerError('unexpected', element.offset)
  return { is }
}

/** RevokedInfo. */
function readRevoked(element: Element, invalidAt: Date | undefined): CertificateStatus {
  const fields = fieldsOf(element, element.tag)
  const revokedAt = readTime(fields.required(GENERALIZED_TIME))
  const wrapper = fields.optional(constructedContext(0))
  fields.end()
  const reason = wrapper ? readReason(insideOf(wrapper, ENUMERATED)) : 'unspecified'
  return { is: 'revoked', since: revokedSince({ revokedAt, invalidAt }), reason }
}
