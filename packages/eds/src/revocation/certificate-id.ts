// By what OCSP names a certificate: hashes of its issuer's name and key, and its serial number. RFC 6960 §4.1.1.
import { sameBytes } from '../bytes.ts'
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { INTEGER, OCTET_STRING, SEQUENCE } from '../der/tag.ts'
import { readInteger, readOctetString } from '../der/value.ts'
import { integer, nullValue, octetString, oid, sequence } from '../der/write.ts'
import { digest, type ImprintName, imprintName } from '../signature/digest.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'

export type CertificateId = {
  readonly hash: string // object identifier
  readonly issuerNameHash: Uint8Array
  readonly issuerKeyHash: Uint8Array
  readonly serial: bigint
}

/** A certificate with who issued it. */
export type Issuance = { readonly certificate: Certificate; readonly issuer: Certificate }

/** Digests that a request may use, by their names: the national responder answers both. */
export const REQUEST_HASHES = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const
export type RequestHash = keyof typeof REQUEST_HASHES

/** CertID in DER. */
export function writeCertificateId(issuance: Issuance, hash: RequestHash): Uint8Array {
  const { name, key } = issuerHashes(issuance, hash)
  const algorithm = sequence(oid(REQUEST_HASHES[hash]), nullValue())
  return sequence(algorithm, octetString(name), octetString(key), integer(issuance.certificate.serial))
}

/** Throws DerError. */
export function readCertificateId(element: Element): CertificateId {
  const fields = fieldsOf(element)
  const { oid: hash } = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const issuerNameHash = readOctetString(fields.required(OCTET_STRING))
  const issuerKeyHash = readOctetString(fields.required(OCTET_STRING))
  const serial = readInteger(fields.required(INTEGER))
  fields.end()
  return { hash, issuerNameHash, issuerKeyHash, serial }
}

/** §3.2 step 1: whether an identifier is this certificate's, by the hash that it names itself; one that we do not compute never is. */
export function namesCertificate(id: CertificateId, issuance: Issuance): boolean {
  const hash = imprintName(id.hash)
  if (!hash || id.serial !== issuance.certificate.serial) return false
  const { name, key } = issuerHashes(issuance, hash)
  return sameBytes(id.issuerNameHash, name) && sameBytes(id.issuerKeyHash, key)
}

/** §4.1.1: of the name in the certificate's issuer field, and of the key without tag, length and unused bits. */
function issuerHashes({ certificate, issuer }: Issuance, hash: ImprintName) {
  return { name: digestOnce(hash, certificate.issuer.encoded), key: digestOnce(hash, issuer.publicKey.bits) }
}

const KNOWN = new WeakMap<Uint8Array, Map<ImprintName, Uint8Array>>()

/** Of octets of a certificate, which stay as they are: a message may hold thousands of identifiers to compare with. */
function digestOnce(hash: ImprintName, octets: Uint8Array): Uint8Array {
  const known = KNOWN.get(octets) ?? new Map<ImprintName, Uint8Array>()
  const computed = known.get(hash) ?? digest(hash, octets)
  KNOWN.set(octets, known.set(hash, computed))
  return computed
}
