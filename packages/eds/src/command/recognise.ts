// What a file is, told from its structure: each reader is tried, and the first that reads it gives the name.
import { readSignedData } from '../cms/signed-data.ts'
import { DerError } from '../der/error.ts'
import { EdsError } from '../error.ts'
import { readCrl } from '../revocation/crl.ts'
import { readOcspResponse } from '../revocation/ocsp-response.ts'
import { RevocationError } from '../revocation/revocation-error.ts'
import { readTimestampResponse } from '../tsp/timestamp-response.ts'
import { readTimestampToken } from '../tsp/timestamp-token.ts'
import { readCertificate } from '../x509/certificate.ts'

export type Kind =
  | 'certificate'
  | 'time-stamp token'
  | 'CMS SignedData'
  | 'list of revoked certificates (CRL)'
  | 'OCSP response'
  | 'time-stamp response'

/** Undefined for DER of another structure, and for what is not DER. */
export function recognise(der: Uint8Array): Kind | undefined {
  return READERS.find(([, read]) => reads(() => read(der)))?.[0]
}

/** A time-stamp token is a SignedData too, so it stands before it. */
const READERS: readonly (readonly [kind: Kind, read: (der: Uint8Array) => unknown])[] = [
  ['certificate', readCertificate],
  ['time-stamp token', readTimestampToken],
  ['CMS SignedData', der => readSignedData(der)],
  ['list of revoked certificates (CRL)', readCrl],
  ['OCSP response', readOcspResponse],
  ['time-stamp response', readTimestampResponse],
]

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (fault) {
    if (fault instanceof DerError || fault instanceof EdsError || fault instanceof RevocationError) return false
    throw fault
  }
}
