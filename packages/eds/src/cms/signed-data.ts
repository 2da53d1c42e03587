// CMS SignedData. RFC 5652 §3 (ContentInfo), §5.1, §5.2, §10.2.3; in DER throughout, where BER would be allowed.
import { DerError } from '../der/error.ts'
import { elementsOf, expectTag, fieldsOf, insideOf } from '../der/fields.ts'
import type { Limits } from '../der/limits.ts'
import { type Element, readDer } from '../der/read.ts'
import { constructedContext, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, SET } from '../der/tag.ts'
import { readOctetString, readOid, readSmallInteger } from '../der/value.ts'
import { EdsError } from '../error.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { type Certificate, certificateFrom } from '../x509/certificate.ts'
import { ID_SIGNED_DATA } from './oids.ts'
import { readSignerInfo, type SignerInfo } from './signer-info.ts'

export type SignedData = {
  readonly digestAlgorithms: readonly string[]
  readonly contentType: string
  readonly content: Uint8Array | undefined // undefined: detached
  readonly certificates: readonly Certificate[]
  readonly signers: readonly SignerInfo[]
}

const MAX_SIGNERS = 32
const MAX_CERTIFICATES = 64

/**
 * Reads; nothing is verified. Throws DerError for what is not DER or not the structure, EdsError `not-signed-data` for
 * DER of another kind, `limit-exceeded` for too many signers or certificates.
 */
export function readSignedData(cms: Uint8Array, limits?: Limits): SignedData {
  const fields = fieldsOf(openContentInfo(readDer(cms, limits)))
  checkVersion(fields.required(INTEGER))
  const digestAlgorithms = elementsOf(fields.required(SET), SET, SEQUENCE).map(e => readAlgorithmIdentifier(e).oid)
  const { contentType, content } = readEncapsulatedContent(fields.required(SEQUENCE))
  const certificates = readCertificates(fields.optional(constructedContext(0)))
  fields.optional(constructedContext(1)) // crls: revocation is asked elsewhere
  const signers = elementsOf(fields.required(SET), SET, SEQUENCE)
  fields.end()
  if (signers.length > MAX_SIGNERS) throw new EdsError('limit-exceeded')
  return { digestAlgorithms, contentType, content, certificates, signers: signers.map(readSignerInfo) }
}

/** §3: SEQUENCE { id-signedData, [0] EXPLICIT SignedData }. */
function openContentInfo(root: Element): Element {
  const [type, wrapper] = root.children
  const isContentInfo = root.tag === SEQUENCE && type?.tag === OBJECT_IDENTIFIER
  if (!isContentInfo || readOid(type) !== ID_SIGNED_DATA || !wrapper) throw new EdsError('not-signed-data')
  const fields = fieldsOf(root)
  fields.any()
  const content = insideOf(fields.required(constructedContext(0)), SEQUENCE)
  fields.end()
  return content
}

/** §5.1: 1, 3, 4 or 5. Which of them says nothing that the fields do not say themselves. */
function checkVersion(element: Element): void {
  const version = readSmallInteger(element)
  if (![1, 3, 4, 5].includes(version)) throw new DerError('unexpected', element.offset)
}

/** §5.2. */
function readEncapsulatedContent(element: Element): Pick<SignedData, 'contentType' | 'content'> {
  const fields = fieldsOf(element)
  const contentType = readOid(fields.any())
  const wrapper = fields.optional(constructedContext(0))
  fields.end()
  return { contentType, content: wrapper && readOctetString(insideOf(wrapper, OCTET_STRING)) }
}

/** §10.2.3: certificates proper; attribute certificates and other kinds are read past. */
function readCertificates(set: Element | undefined): readonly Certificate[] {
  const certificates = set?.children.filter(({ tag }) => tag === SEQUENCE) ?? []
  if (certificates.length > MAX_CERTIFICATES) throw new EdsError('limit-exceeded')
  return certificates.map(element => certificateFrom(expectTag(element, SEQUENCE)))
}
