// The ESS attributes that bind a signature to one certificate. RFC 5035 §3 (v2), §4 (ESSCertIDv2), §5.4.1 (v1).
import { sameBytes } from '../bytes.ts'
import { fieldsOf, insideOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, INTEGER, OCTET_STRING, SEQUENCE } from '../der/tag.ts'
import { readInteger, readOctetString } from '../der/value.ts'
import { EdsError } from '../error.ts'
import { type DigestName, digest, digestName } from '../signature/digest.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { SignedAttributes } from './signed-attributes.ts'

/** Throws EdsError `ess-mismatch` when an attribute names another certificate; absent attributes bind nothing. */
export function checkSigningCertificate(attributes: SignedAttributes, certificate: Certificate): void {
  const { signingCertificate: v1, signingCertificateV2: v2 } = attributes
  if (v1) checkFirst(v1, certificate, readHashV1)
  if (v2) checkFirst(v2, certificate, readHashV2)
}

type Fields = ReturnType<typeof fieldsOf>
type Hash = { readonly expected: Uint8Array; readonly of: (message: Uint8Array) => Uint8Array }

/** SEQUENCE { certs SEQUENCE OF ESSCertID, policies OPTIONAL }: the first certificate is the signer's (§5.4). */
function checkFirst(attribute: Element, certificate: Certificate, readHash: (fields: Fields) => Hash): void {
  const fields = fieldsOf(attribute)
  const list = fieldsOf(fields.required(SEQUENCE))
  const first = fieldsOf(list.required(SEQUENCE))
  fields.optional(SEQUENCE) // policies
  fields.end()

  const hash = readHash(first)
  const issuerSerial = first.optional(SEQUENCE)
  first.end()
  if (!sameBytes(hash.expected, hash.of(certificate.encoded))) throw new EdsError('ess-mismatch')
  if (issuerSerial && !names(issuerSerial, certificate)) throw new EdsError('ess-mismatch')
}

/** ESSCertID: SHA-1. Beside a signature over the certificate's key it identifies, it does not protect. */
function readHashV1(fields: Fields): Hash {
  const expected = readOctetString(fields.required(OCTET_STRING))
  return { expected, of: message => digest('sha1', message) }
}

/** ESSCertIDv2: hashAlgorithm DEFAULT id-sha256. */
function readHashV2(fields: Fields): Hash {
  const algorithm = fields.optional(SEQUENCE)
  const name: DigestName | undefined = algorithm ? digestName(readAlgorithmIdentifier(algorithm).oid) : 'sha256'
  if (!name) throw new EdsError('algorithm-unsupported')
  const expected = readOctetString(fields.required(OCTET_STRING))
  return { expected, of: message => digest(name, message) }
}

/** IssuerSerial: GeneralNames with the one directoryName [4] of the issuer, and the serial number. */
function names(issuerSerial: Element, certificate: Certificate): boolean {
  const fields = fieldsOf(issuerSerial)
  const issuer = insideOf(fields.required(SEQUENCE), constructedContext(4))
  const serial = readInteger(fields.required(INTEGER))
  fields.end()
  const name = insideOf(issuer, SEQUENCE)
  return sameBytes(name.encoded, certificate.issuer.encoded) && serial === certificate.serial
}
