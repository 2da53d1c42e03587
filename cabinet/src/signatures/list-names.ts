// Names the revocation lists that a judgement rests on: the lists themselves are too large to be kept with every act, and
// stay in CRL_DIR under their SHA-256.
import { sameBytes } from '@otinish/eds/bytes'
import type { Crl } from '@otinish/eds/revocation/crl'
import type { Certificate } from '@otinish/eds/x509/certificate'
import { formatName } from '@otinish/eds/x509/name'

/** JSON in UTF-8: the issuer's lists, complete and delta. */
export function describeLists(crls: readonly Crl[], issuer: Certificate): Uint8Array {
  const lists = crls.filter(crl => sameBytes(crl.issuer.encoded, issuer.subject.encoded)).map(describeList)
  return new TextEncoder().encode(JSON.stringify({ lists }))
}

/** What is told of one list. */
export function describeList(crl: Crl) {
  return {
    issuer: formatName(crl.issuer),
    delta: crl.baseNumber !== undefined,
    number: crl.number?.toString() ?? null,
    thisUpdate: crl.thisUpdate.toISOString(),
    nextUpdate: crl.nextUpdate?.toISOString() ?? null,
    sha256: crl.fingerprint,
  }
}
