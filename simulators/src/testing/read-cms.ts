// For tests: takes a CMS apart and checks its one signature, independently of how it was made.
import { createHash, createPublicKey, createVerify } from 'node:crypto'
import { type Element, readDer } from '@otinish/eds/der/read'
import { readBitOctets, readOid } from '@otinish/eds/der/value'
import { TC26_512_A } from '@otinish/gost/curve-parameters'
import { KZ } from '@otinish/gost/layout'
import { streebog512 } from '@otinish/gost/streebog'
import { verifyDigest } from '@otinish/gost/verify'

export type ReadCms = {
  readonly content: Uint8Array | undefined
  readonly certificate: Uint8Array
  readonly attributeTypes: readonly string[]
  readonly messageDigest: Uint8Array
  readonly essCertificateHash: Uint8Array
  readonly digestOid: string
  readonly signatureOid: string
  readonly signatureHolds: boolean
}

/** From DER, base64 or PEM. */
export function readCms(cms: Uint8Array | string): ReadCms {
  const bytes = typeof cms === 'string' ? Buffer.from(cms.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64') : cms
  const signedData = path(readDer(bytes), 1, 0)
  const [, , encapsulated, certificates, signers] = signedData.children
  const signer = path(required(signers), 0)
  const [, , digest, attributes, algorithm, signature] = signer.children
  const certificate = path(required(certificates), 0)
  const value = (type: string) => {
    const found = required(attributes).children.find(attribute => readOid(path(attribute, 0)) === type)
    return path(required(found), 1, 0)
  }
  const signed = Uint8Array.of(0x31, ...required(attributes).encoded.subarray(1)) // RFC 5652 §5.4
  return {
    content: encapsulated?.children[1] && path(encapsulated, 1, 0).content,
    certificate: certificate.encoded,
    attributeTypes: required(attributes).children.map(attribute => readOid(path(attribute, 0))),
    messageDigest: value('1.2.840.113549.1.9.4').content,
    essCertificateHash: path(value('1.2.840.113549.1.9.16.2.47'), 0, 0, 0).content,
    digestOid: readOid(path(required(digest), 0)),
    signatureOid: readOid(path(required(algorithm), 0)),
    signatureHolds: holds(publicKeyOf(certificate), signed, required(signature).content),
  }
}

/** Whether the issuer's key made the signature of the certificate. */
export function isIssuedBy(certificate: Uint8Array, issuer: Uint8Array): boolean {
  const [tbs, , signature] = readDer(certificate).children
  return holds(publicKeyOf(readDer(issuer)), required(tbs).encoded, readBitOctets(required(signature)))
}

/** The digest that goes with the key of the certificate. */
export function digestOf(certificate: Uint8Array, bytes: Uint8Array): Uint8Array {
  return isGost(publicKeyOf(readDer(certificate))) ? streebog512(bytes) : createHash('sha256').update(bytes).digest()
}

/** Whether the key of the certificate made this signature over the bytes, by the one algorithm that goes with it. */
export function signatureHolds(certificate: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  return holds(publicKeyOf(readDer(certificate)), bytes, signature)
}

function publicKeyOf(certificate: Element): Element {
  return path(certificate, 0, 6)
}

function holds(publicKey: Element, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (!isGost(publicKey)) {
    const key = createPublicKey({ key: Buffer.from(publicKey.encoded), format: 'der', type: 'spki' })
    return createVerify('sha256').update(bytes).verify(key, signature)
  }
  const key = KZ.readPublicKey(TC26_512_A, readDer(readBitOctets(path(publicKey, 1))).content)
  return verifyDigest(key, KZ.digestToNumber(streebog512(bytes)), KZ.readSignature(TC26_512_A, signature))
}

function isGost(publicKey: Element): boolean {
  return readOid(path(publicKey, 0, 0)) === '1.2.398.3.10.1.1.2.2'
}

function path(from: Element, ...steps: readonly number[]): Element {
  return steps.reduce((element, step) => required(element.children[step]), from)
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the element is missing')
  return value
}
