// Answers of a responder. RFC 6960 §4.2; only read here: whether one may be believed is decided by judgeOcsp.
import { DerError } from '../der/error.ts'
import { elementsOf, expectTag, fieldsOf, insideOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { BIT_STRING, constructedContext, ENUMERATED, GENERALIZED_TIME, OCTET_STRING, SEQUENCE } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { readBitOctets, readOctetString, readOid } from '../der/value.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { type Certificate, certificateFrom } from '../x509/certificate.ts'
import { type Extension, extensionValue, readExtensions } from '../x509/extension.ts'
import { type Name, readName } from '../x509/name.ts'
import { BASIC_RESPONSE, NONCE } from './ocsp-oids.ts'
import { readSingleResponse, type SingleResponse } from './single-response.ts'

export type OcspResponse =
  | { readonly status: 'successful'; readonly basic: BasicResponse }
  | { readonly status: OcspRefusal }

export type OcspRefusal = 'malformed-request' | 'internal-error' | 'try-later' | 'signature-required' | 'unauthorized'

export type BasicResponse = {
  readonly signedPart: Uint8Array // ResponseData, as it stands
  readonly signature: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly certificates: readonly Certificate[]
  readonly responder: Responder
  readonly producedAt: Date
  readonly answers: readonly SingleResponse[]
  readonly extensions: readonly Extension[]
  readonly nonce: Uint8Array | undefined
}

/** §4.2.2.3: by name, or by the SHA-1 of the key without tag, length and unused bits. */
export type Responder =
  | { readonly by: 'name'; readonly name: Name }
  | { readonly by: 'key'; readonly keyHash: Uint8Array }

const REFUSALS: ReadonlyMap<number, OcspRefusal> = new Map([
  [1, 'malformed-request'],
  [2, 'internal-error'],
  [3, 'try-later'],
  [5, 'signature-required'], // 4 is not used
  [6, 'unauthorized'],
])

const MAX_ANSWERS = 256 // one request may ask about several certificates; about so many nobody here does
const MAX_CERTIFICATES = 16 // the responder's own, and what leads to it

/** Throws DerError for what is not an answer, or not one of the basic type; `too-many` past a limit of ours. */
export function readOcspResponse(der: Uint8Array): OcspResponse {
  const fields = fieldsOf(readDer(der))
  const statusField = fields.required(ENUMERATED)
  const wrapper = fields.optional(constructedContext(0))
  fields.end()
  const [status = 0, ...more] = statusField.content
  const refusal = REFUSALS.get(status)
  const isSuccessful = status === 0 && wrapper !== undefined // §4.2.1: response bytes exactly then
  const isRefused = refusal !== undefined && !wrapper
  if (more.length > 0 || !(isSuccessful || isRefused)) throw new DerError('unexpected', statusField.offset)
  return wrapper ? { status: 'successful', basic: openResponseBytes(wrapper) } : refused(refusal, statusField)
}

function refused(status: OcspRefusal | undefined, element: Element): OcspResponse {
  if (!status) throw new DerError('unexpected', element.offset)
  return { status }
}

/** ResponseBytes: a type, and that type's DER in an OCTET STRING. */
function openResponseBytes(wrapper: Element): BasicResponse {
  const fields = fieldsOf(insideOf(wrapper, SEQUENCE))
  const type = fields.any()
  const octets = readOctetString(fields.required(OCTET_STRING))
  fields.end()
  if (readOid(type) !== BASIC_RESPONSE) throw new DerError('unexpected', type.offset)
  return readBasicResponse(readDer(octets))
}

function readBasicResponse(element: Element): BasicResponse {
  const fields = fieldsOf(element)
  const signed = fields.required(SEQUENCE)
  const signatureAlgorithm = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const signature = readBitOctets(fields.required(BIT_STRING))
  const certificates = fields.optional(constructedContext(0))
  fields.end()
  return {
    ...{ signedPart: signed.encoded, signature, signatureAlgorithm },
    certificates: certificates ? readCertificates(insideOf(certificates, SEQUENCE)) : [],
    ...readResponseData(signed),
  }
}

function readCertificates(list: Element): readonly Certificate[] {
  if (list.children.length > MAX_CERTIFICATES) throw new DerError('too-many', list.offset)
  return elementsOf(list, SEQUENCE, SEQUENCE).map(certificateFrom)
}

/** ResponseData. Its version is v1, the default, so that DER does not write it (X.690 §11.5). */
function readResponseData(element: Element) {
  const fields = fieldsOf(element)
  const responder = readResponder(fields.any())
  const producedAt = readTime(fields.required(GENERALIZED_TIME))
  const list = fields.required(SEQUENCE)
  const wrapper = fields.optional(constructedContext(1))
  fields.end()
  if (list.children.length > MAX_ANSWERS) throw new DerError('too-many', list.offset)
  const extensions = wrapper ? readExtensions(insideOf(wrapper, SEQUENCE)) : []
  return {
    ...{ responder, producedAt, extensions },
    answers: elementsOf(list, SEQUENCE, SEQUENCE).map(readSingleResponse),
    nonce: extensionValue(extensions, NONCE, readOctetString), // RFC 8954 §2.1: an OCTET STRING of its own
  }
}

function readResponder(element: Element): Responder {
  if (element.tag === constructedContext(1)) return { by: 'name', name: readName(insideOf(element, SEQUENCE)) }
  expectTag(element, constructedContext(2))
  return { by: 'key', keyHash: readOctetString(insideOf(element, OCTET_STRING)) }
}
