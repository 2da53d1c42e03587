// OCSPRequest, RFC 6960 §4.1.1, and the nonce of RFC 9654 §2.1. Strict: what the standard does not name is malformed.
import { elementsOf, fieldsOf, insideOf } from '@otinish/eds/der/fields'
import { type Element, readDer } from '@otinish/eds/der/read'
import { BOOLEAN, constructedContext, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE } from '@otinish/eds/der/tag'
import { readBoolean, readInteger, readOctetString, readOid } from '@otinish/eds/der/value'
import { type CertificateId, readCertificateId } from './certificate-id.ts'

export const NONCE = '1.3.6.1.5.5.7.48.1.2'
const MAX_NONCE = 32 // RFC 8954 §2.1; the national responder was seen with 8 to 24

export type OcspRequest = {
  readonly ids: readonly CertificateId[] // one or more, in the order asked
  readonly nonce: Uint8Array | undefined // the octets themselves
}

/** Thrown when the bytes are DER, but no request that this responder understands. */
export class OcspRequestError extends Error {
  override readonly name = 'OcspRequestError'
}

/** Throws DerError or OcspRequestError. */
export function readOcspRequest(bytes: Uint8Array): OcspRequest {
  const outer = fieldsOf(readDer(bytes))
  const fields = fieldsOf(outer.required(SEQUENCE))
  outer.end() // a signed request is not simulated: the national responder is never sent one
  const version = fields.optional(constructedContext(0))
  if (version && readInteger(insideOf(version, INTEGER)) !== 0n) throw new OcspRequestError('not version 1')
  fields.optional(constructedContext(1)) // requestorName
  const list = fields.required(SEQUENCE)
  const extensions = fields.optional(constructedContext(2))
  fields.end()
  const ids = elementsOf(list, SEQUENCE, SEQUENCE).map(readSingleRequest)
  if (ids.length === 0) throw new OcspRequestError('nothing is asked')
  return { ids, nonce: extensions && readNonce(extensions) }
}

function readSingleRequest(request: Element): CertificateId {
  const fields = fieldsOf(request)
  const id = readCertificateId(fields.required(SEQUENCE))
  const extensions = fields.optional(constructedContext(0))
  fields.end()
  if (extensions) readExtensions(extensions)
  return id
}

function readNonce(wrapper: Element): Uint8Array | undefined {
  const found = readExtensions(wrapper).find(({ id }) => id === NONCE)
  if (!found) return undefined
  const nonce = readOctetString(readDer(found.value))
  if (nonce.length === 0 || nonce.length > MAX_NONCE) throw new OcspRequestError('a nonce has 1 to 32 octets')
  return nonce
}

type Extension = { readonly id: string; readonly value: Uint8Array }

/** An unknown extension is passed over, unless it is critical (RFC 5280 §4.2). */
function readExtensions(wrapper: Element): readonly Extension[] {
  const read = elementsOf(insideOf(wrapper, SEQUENCE), SEQUENCE, SEQUENCE).map(readExtension)
  if (new Set(read.map(({ id }) => id)).size !== read.length) throw new OcspRequestError('an extension occurs twice')
  return read
}

function readExtension(extension: Element): Extension {
  const fields = fieldsOf(extension)
  const id = readOid(fields.required(OBJECT_IDENTIFIER))
  const critical = fields.optional(BOOLEAN)
  const value = readOctetString(fields.required(OCTET_STRING))
  fields.end()
  if (critical && readBoolean(critical) && id !== NONCE) throw new OcspRequestError('an unknown critical extension')
  return { id, value }
}
