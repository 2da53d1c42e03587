// Signed documents for tests, in the shape of the national tools unless told otherwise. RFC 5652 §5.
import { createHash } from 'node:crypto'
import { readDer } from './der/read.ts'
import { concat, explicit, implicit, integer, octetString, oid, sequence, setOf, utcTime } from './der/write.ts'
import { digest, digestName } from './signature/digest.ts'
import type { Issued } from './test-certificates.ts'
import { algorithm } from './test-keys.ts'

export const DOCUMENT = new TextEncoder().encode('Өтініштің күшін жоюды сұраймын. № 1114647')
export const ID_DATA = '1.2.840.113549.1.7.1'

export type SignerOptions = {
  readonly version?: number
  readonly digestAlgorithm?: string
  readonly signatureAlgorithm?: Uint8Array
  /** The attributes as they will be signed; undefined leaves them out and signs the content. */
  readonly attributes?: ((usual: readonly Uint8Array[]) => readonly Uint8Array[]) | 'none'
  readonly unsorted?: true
  readonly signature?: (usual: Uint8Array) => Uint8Array
  readonly signer?: Uint8Array // SignerIdentifier
  /** Unsigned attributes, which may be over the signature. */
  readonly unsigned?: (signature: Uint8Array) => readonly Uint8Array[]
}

export type CmsOptions = {
  readonly content?: Uint8Array
  readonly detached?: true
  readonly contentType?: string
  readonly certificates?: readonly Uint8Array[]
  readonly digestAlgorithms?: readonly string[]
  readonly revocationInfo?: readonly Uint8Array[] // SignedData.crls
  readonly version?: number
  readonly oneSigner?: SignerOptions // applies to every signer
}

/** A CMS by these signers over DOCUMENT, attached. */
export function makeCms(signers: readonly Issued[], options: CmsOptions = {}): Uint8Array {
  const { content = DOCUMENT, contentType = ID_DATA } = options
  const digests = options.digestAlgorithms ?? signers.map(({ key }) => key.digestAlgorithm)
  const certificates = options.certificates ?? signers.map(({ certificate }) => certificate.encoded)
  const signedData = sequence(
    integer(options.version ?? 1),
    setOf(...digests.map(dotted => algorithm(dotted))),
    sequence(oid(contentType), ...(options.detached ? [] : [explicit(0, octetString(content))])),
    ...(certificates.length > 0 ? [implicit(0, setOf(...certificates))] : []),
    ...(options.revocationInfo ? [implicit(1, setOf(...options.revocationInfo))] : []),
    setOf(...signers.map(signer => signerInfo(signer, content, options))),
  )
  return sequence(oid('1.2.840.113549.1.7.2'), explicit(0, signedData))
}

export function attribute(dotted: string, ...values: readonly Uint8Array[]): Uint8Array {
  return sequence(oid(dotted), setOf(...values))
}

export const contentTypeAttribute = (dotted = ID_DATA) => attribute('1.2.840.113549.1.9.3', oid(dotted))
export const messageDigestAttribute = (bytes: Uint8Array) => attribute('1.2.840.113549.1.9.4', octetString(bytes))
export const signingTimeAttribute = () => attribute('1.2.840.113549.1.9.5', utcTime(new Date('2026-11-22T11:59:00Z')))

/** ESS signing-certificate-v2 (or v1), naming these octets as the certificate. */
export function signingCertificateAttribute(certificate: Uint8Array, version: 1 | 2 = 2): Uint8Array {
  const hash = createHash(version === 1 ? 'sha1' : 'sha256')
    .update(certificate)
    .digest()
  const dotted = version === 1 ? '1.2.840.113549.1.9.16.2.12' : '1.2.840.113549.1.9.16.2.47'
  return attribute(dotted, sequence(sequence(sequence(octetString(hash)))))
}

export function issuerAndSerial({ issuer, serial }: Issued['certificate']): Uint8Array {
  return sequence(issuer.encoded, integer(serial))
}

function signerInfo(signer: Issued, content: Uint8Array, options: CmsOptions): Uint8Array {
  const { key, certificate } = signer
  const one = options.oneSigner ?? {}
  const digestOid = one.digestAlgorithm ?? key.digestAlgorithm
  const attributes = signedAttributes(signer, content, options)
  const usual = key.sign(attributes ?? content)
  const signature = one.signature?.(usual) ?? usual
  return sequence(
    integer(one.version ?? 1),
    one.signer ?? issuerAndSerial(certificate),
    algorithm(digestOid),
    ...(attributes ? [implicit(0, attributes)] : []),
    one.signatureAlgorithm ?? algorithm(key.signatureAlgorithm),
    octetString(signature),
    ...(one.unsigned ? [implicit(1, setOf(...one.unsigned(signature)))] : []),
  )
}

function signedAttributes({ key, certificate }: Issued, content: Uint8Array, options: CmsOptions) {
  const { attributes = (usual: readonly Uint8Array[]) => usual, digestAlgorithm, unsorted } = options.oneSigner ?? {}
  if (attributes === 'none') return undefined
  const name = digestName(digestAlgorithm ?? key.digestAlgorithm) ?? 'sha256'
  const all = attributes([
    contentTypeAttribute(options.contentType),
    signingTimeAttribute(),
    messageDigestAttribute(digest(name, content)),
    signingCertificateAttribute(certificate.encoded),
  ])
  return unsorted ? reversedSet(setOf(...all)) : setOf(...all)
}

function reversedSet(set: Uint8Array): Uint8Array {
  const { encoded, content, children } = readDer(set)
  const head = encoded.subarray(0, encoded.length - content.length)
  return concat(head, ...children.map(child => child.encoded).toReversed())
}
