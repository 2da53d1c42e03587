// CMS SignedData. RFC 5652 §3 (ContentInfo), §5.1, §5.2, §10.2.1, §10.2.3; in DER, where BER would be allowed.
import { DerError } from '../der/error.ts'
import { elementsOf, expectTag, fieldsOf, insideOf } from '../der/fields.ts'
import { fromBer } from '../der/from-ber.ts'
import type { Limits } from '../der/limits.ts'
import { type Element, readDer } from '../der/read.ts'
import { constructedContext, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE, SET } from '../der/tag.ts'
import { readOctetString, readOid, readSmallInteger } from '../der/value.ts'
import { EdsError } from '../error.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { type Certificate, certificateFrom } from '../x509/certificate.ts'
import { ID_DATA, ID_SIGNED_DATA } from './oids.ts'
import { readSignerInfo, type SignerInfo } from './signer-info.ts'

/** `ber` reads what old tools wrote: indefinite lengths, strings in pieces. Whatever is signed is judged as DER. */
export type Form = 'der' | 'ber'

export type SignedData = {
  readonly form: Form
  readonly digestAlgorithms: readonly string[]
  readonly contentType: string
  readonly content: Uint8Array | undefined // undefined: detached
  readonly certificates: readonly Certificate[]
  readonly revocationInfo: readonly Element[] // RevocationInfoChoices as they stand, §10.2.1
  readonly signers: readonly SignerInfo[]
}

/** Context tags of CertificateChoices, §10.2.2. */
const ATTRIBUTE_CERTIFICATE_1 = 1
const ATTRIBUTE_CERTIFICATE_2 = 2
const OTHER_CERTIFICATE = 3
const OTHER_KINDS: ReadonlySet<number> = new Set([0, 1, 2, 3].map(constructedContext)) // [0] is the obsolete PKCS #6 form

const MAX_SIGNERS = 32
const MAX_CERTIFICATES = 64

/**
 * Reads; nothing is verified. Throws DerError for what is not DER or not the structure, EdsError `not-signed-data` for
 * DER of another kind, `limit-exceeded` for too many signers or certificates.
 */
export function readSignedData(cms: Uint8Array, limits?: Limits, form: Form = 'der'): SignedData {
  const der = form === 'ber' ? fromBer(cms, limits) : cms
  const fields = fieldsOf(openContentInfo(readDer(der, limits)))
  const version = fields.required(INTEGER)
  const digestAlgorithms = elementsOf(fields.required(SET), SET, SEQUENCE).map(readDigestAlgorithm)
  const { contentType, content } = readEncapsulatedContent(fields.required(SEQUENCE))
  const certificates = fields.optional(constructedContext(0))
  const crls = fields.optional(constructedContext(1))
  const signers = readSigners(fields.required(SET))
  fields.end()
  checkVersion(version, { contentType, certificates, crls, signers })
  return {
    ...{ form, digestAlgorithms, contentType, content, signers },
    certificates: readCertificates(certificates),
    revocationInfo: crls?.children ?? [],
  }
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

/** Parameters are NULL or absent: RFC 5754 §2, and so in the national profile. */
function readDigestAlgorithm(element: Element): string {
  const { oid, parameters } = readAlgorithmIdentifier(element)
  if (parameters) throw new EdsError('algorithm-unsupported')
  return oid
}

function readSigners(set: Element): readonly SignerInfo[] {
  const signers = elementsOf(set, SET, SEQUENCE)
  if (signers.length > MAX_SIGNERS) throw new EdsError('limit-exceeded')
  return signers.map(readSignerInfo)
}

type Parts = {
  readonly contentType: string
  readonly certificates: Element | undefined
  readonly crls: Element | undefined
  readonly signers: readonly SignerInfo[]
}

/** §5.1 tells the version by the parts. Where revocation data are enclosed, writers do not agree: any that there is. */
function checkVersion(element: Element, parts: Parts): void {
  const expected = parts.crls ? [1, 3, 4, 5] : [versionOf(parts)]
  if (!expected.includes(readSmallInteger(element))) throw new DerError('unexpected', element.offset)
}

function versionOf({ contentType, certificates, signers }: Parts): number {
  const holds = (kind: number) => certificates?.children.some(({ tag }) => tag === constructedContext(kind)) ?? false
  if (holds(OTHER_CERTIFICATE)) return 5
  if (holds(ATTRIBUTE_CERTIFICATE_2)) return 4
  const isThree = holds(ATTRIBUTE_CERTIFICATE_1) || signers.some(({ signer }) => signer.by === 'key-identifier')
  return isThree || contentType !== ID_DATA ? 3 : 1
}

/** §5.2. */
function readEncapsulatedContent(element: Element): Pick<SignedData, 'contentType' | 'content'> {
  const fields = fieldsOf(element)
  const contentType = readOid(fields.any())
  const wrapper = fields.optional(constructedContext(0))
  fields.end()
  return { contentType, content: wrapper && readOctetString(insideOf(wrapper, OCTET_STRING)) }
}

/** §10.2.2, §10.2.3: certificates proper; attribute certificates and the other kinds there are, [0] to [3], are read past. */
function readCertificates(set: Element | undefined): readonly Certificate[] {
  const certificates = set?.children.filter(({ tag }) => !OTHER_KINDS.has(tag)) ?? []
  if (certificates.length > MAX_CERTIFICATES) throw new EdsError('limit-exceeded')
  return certificates.map(element => certificateFrom(expectTag(element, SEQUENCE)))
}
