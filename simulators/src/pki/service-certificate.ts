// Certificates of the authority's own services in the national shapes: delegated OCSP responder (RFC 6960 §4.2.2.2),
// time-stamping authority (RFC 3161 §2.3).
import type { Office } from './authority.ts'
import { issueCertificate, keyIdentifier, type Validity } from './certificate.ts'
import {
  authorityInformation,
  authorityKeyIdentifier,
  certificatePolicy,
  extKeyUsage,
  keyStorage,
  keyUsage,
  noRevocationCheck,
  revocationLists,
  subjectKeyIdentifier,
} from './extensions.ts'
import type { SigningKey } from './signing-key.ts'

export type Service = 'ocsp' | 'tsa'

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const TIME_STAMPING_POLICY = '1.2.398.3.3.2.6'

export type ServiceDraft = { readonly subject: Uint8Array; readonly key: SigningKey; readonly validity: Validity }

/** The certificate of a service's key. Only the time-stamping usage is critical, as in the genuine ones. */
export function issueServiceCertificate(service: Service, draft: ServiceDraft, by: Office): Uint8Array {
  const extensions = [
    ...(service === 'ocsp' ? responderExtensions() : timeStampingExtensions(`issuing-${by.key.kind}`)),
    subjectKeyIdentifier(keyIdentifier(draft.key)),
    authorityKeyIdentifier(by.keyId),
    keyStorage(),
  ]
  return issueCertificate({ ...draft, extensions }, by)
}

function responderExtensions(): Uint8Array[] {
  return [keyUsage('service'), noRevocationCheck(), extKeyUsage([OCSP_SIGNING])]
}

function timeStampingExtensions(issuer: string): Uint8Array[] {
  return [
    extKeyUsage([TIME_STAMPING], 'critical'),
    certificatePolicy(TIME_STAMPING_POLICY),
    authorityInformation(issuer),
    ...revocationLists(issuer),
    keyUsage('service'),
  ]
}
