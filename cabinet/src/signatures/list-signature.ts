// Is a fetched list one of ours? It travels over plain HTTP, and must not take the place of a good one unless it is.
import { codeOf } from '@otinish/eds/error'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import type { Crl } from '@otinish/eds/revocation/crl'
import { listName } from '@otinish/eds/revocation/crl-signer'
import { verifyMessage } from '@otinish/eds/signature/verify-message'
import type { Certificate } from '@otinish/eds/x509/certificate'
import { sameName } from '@otinish/eds/x509/name'
import type { Trust } from './trust.ts'

/** Whether an authority that we trust signed it; scope, dates and the rest are judged at each use. */
export function isSignedByOurs(crl: Crl, { anchors, intermediates }: Trust, verifiedLinks: VerifiedLinks): boolean {
  return [...anchors, ...intermediates].some(authority => {
    const mayHaveSigned = sameName(authority.subject, crl.issuer) && authority.keyUsage?.has('cRLSign') !== false
    if (!mayHaveSigned || !isItsSignature(authority, crl)) return false
    verifiedLinks.add(listName(authority, crl)) // of 22 MB: computed once in a thread
    return true
  })
}

function isItsSignature(
  { publicKey }: Certificate,
  { signedPart: message, signature, signatureAlgorithm }: Crl,
): boolean {
  try {
    verifyMessage(publicKey, { message, signature, algorithm: signatureAlgorithm, digest: undefined })
    return true
  } catch (thrown) {
    codeOf(thrown)
    return false
  }
}
