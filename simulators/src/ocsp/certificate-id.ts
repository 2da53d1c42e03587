// CertID, RFC 6960 §4.1.1: a certificate by hashes of its issuer's name and key, and its serial number.
import { createHash } from 'node:crypto'
import { fieldsOf } from '@otinish/eds/der/fields'
import type { Element } from '@otinish/eds/der/read'
import { INTEGER, NULL, OBJECT_IDENTIFIER, OCTET_STRING, SEQUENCE } from '@otinish/eds/der/tag'
import { readOid } from '@otinish/eds/der/value'
import { element, octetString, sequence } from '@otinish/eds/der/write'
import type { Office } from '../pki/authority.ts'
import { publicKeyContent } from '../pki/signing-key.ts'

export type CertificateId = {
  readonly algorithm: Uint8Array // AlgorithmIdentifier, DER, echoed as it came
  readonly hash: string | undefined // as node:crypto names it; undefined: one that the national responder does not know
  readonly nameHash: Uint8Array
  readonly keyHash: Uint8Array
  readonly serial: Uint8Array // content of the INTEGER
}

const HASHES: Readonly<Record<string, string>> = { '1.3.14.3.2.26': 'sha1', '2.16.840.1.101.3.4.2.1': 'sha256' }

/** Throws DerError. */
export function readCertificateId(from: Element): CertificateId {
  const fields = fieldsOf(from)
  const algorithm = fields.required(SEQUENCE)
  const nameHash = fields.required(OCTET_STRING).content
  const keyHash = fields.required(OCTET_STRING).content
  const serial = fields.required(INTEGER).content
  fields.end()
  const parts = fieldsOf(algorithm)
  const hash = HASHES[readOid(parts.required(OBJECT_IDENTIFIER))]
  parts.optional(NULL)
  parts.end()
  return { algorithm: algorithm.encoded, hash, nameHash, keyHash, serial }
}

/** DER, as it was read. */
export function writeCertificateId({ algorithm, nameHash, keyHash, serial }: CertificateId): Uint8Array {
  return sequence(algorithm, octetString(nameHash), octetString(keyHash), element(INTEGER, serial))
}

/** Whether this office issued the certificate that is asked about. */
export function isIssuerOf(office: Office, { hash, nameHash, keyHash }: CertificateId): boolean {
  if (hash === undefined) return false
  const is = (expected: Uint8Array, bytes: Uint8Array) =>
    createHash(hash).update(bytes).digest().equals(Buffer.from(expected))
  return is(nameHash, office.name) && is(keyHash, publicKeyContent(office.key))
}
