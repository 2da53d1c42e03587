// From an OCSPResponse to the BasicOCSPResponse inside it, and back: CAdES keeps the latter. RFC 6960 §4.2.1.
import { OCSP_BASIC } from '../cms/oids.ts'
import { DerError } from '../der/error.ts'
import { fieldsOf, insideOf } from '../der/fields.ts'
import { readDer } from '../der/read.ts'
import { constructedContext, ENUMERATED, OCTET_STRING, SEQUENCE } from '../der/tag.ts'
import { readOctetString, readOid } from '../der/value.ts'
import { element, explicit, octetString, oid, sequence } from '../der/write.ts'

const SUCCESSFUL = 0

/** The basic response. Throws DerError for what is no successful response of that type. */
export function openOcspResponse(response: Uint8Array): Uint8Array {
  const fields = fieldsOf(readDer(response))
  const status = fields.required(ENUMERATED)
  if (status.content.length !== 1 || status.content[0] !== SUCCESSFUL) throw new DerError('unexpected', status.offset)
  const bytes = fieldsOf(insideOf(fields.required(constructedContext(0)), SEQUENCE))
  fields.end()
  const type = bytes.any()
  if (readOid(type) !== OCSP_BASIC) throw new DerError('unexpected', type.offset)
  const basic = readOctetString(bytes.required(OCTET_STRING))
  bytes.end()
  return basic
}

/** A successful OCSPResponse around a basic one, octet for octet as its responder wraps it. */
export function closeOcspResponse(basic: Uint8Array): Uint8Array {
  const responseBytes = sequence(oid(OCSP_BASIC), octetString(basic))
  return sequence(element(ENUMERATED, Uint8Array.of(SUCCESSFUL)), explicit(0, responseBytes))
}
