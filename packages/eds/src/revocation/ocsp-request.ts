// Asks a responder about one certificate. RFC 6960 §4.1.1, with the nonce of RFC 8954 §2.1.
import { explicit, octetString, oid, sequence } from '../der/write.ts'
import { type Issuance, type RequestHash, writeCertificateId } from './certificate-id.ts'
import { NONCE } from './ocsp-oids.ts'

export type OcspRequestOptions = Issuance & {
  /** Random octets, 16 to 32 of them, to be found in the answer. */
  readonly nonce: Uint8Array
  /** How the issuer is named; SHA-256 unless said otherwise. */
  readonly hash?: RequestHash
}

const MIN_NONCE = 16 // RFC 9654 §2.1 recommends 32 and bars fewer than these to be asked for
const MAX_NONCE = 32 // RFC 8954 §2.1: responders may reject longer ones

/** OCSPRequest in DER, unsigned, version 1. Throws RangeError for a nonce of another length. */
export function writeOcspRequest({ nonce, hash = 'sha256', ...issuance }: OcspRequestOptions): Uint8Array {
  if (nonce.length < MIN_NONCE || nonce.length > MAX_NONCE) throw new RangeError('nonce: 16 to 32 octets')
  const requests = sequence(sequence(writeCertificateId(issuance, hash)))
  const extensions = sequence(sequence(oid(NONCE), octetString(octetString(nonce))))
  return sequence(sequence(requests, explicit(2, extensions)))
}
