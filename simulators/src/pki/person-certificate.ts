// Persons' certificates in the two national shapes: GOST-2015 for signing, RSA-2048 for authentication.
import type { Office } from './authority.ts'
import { issueCertificate, keyIdentifier, type Validity } from './certificate.ts'
import {
  authorityInformation,
  authorityKeyIdentifier,
  certificatePolicy,
  extKeyUsage,
  keyStorage,
  keyUsage,
  revocationLists,
  subjectKeyIdentifier,
} from './extensions.ts'
import { type Holder, personName } from './names.ts'
import type { SigningKey } from './signing-key.ts'

export type Purpose = 'signing' | 'authentication'

const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4' // a signing certificate
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2' // an authentication certificate
const INDIVIDUAL = ['1.2.398.3.3.4.1.1']
const COMPANY_HEAD = ['1.2.398.3.3.4.1.2', '1.2.398.3.3.4.1.2.1']
const POLICY = { gost: '1.2.398.3.3.2', rsa: '1.2.398.3.3.2.4' } as const

/** The certificate of a key of this person; a holder with an organisation is its first head. */
export function issuePersonCertificate(
  holder: Holder,
  key: SigningKey,
  as: { readonly purpose: Purpose; readonly validity: Validity },
  by: Office,
): Uint8Array {
  const who = holder.organisation ? COMPANY_HEAD : INDIVIDUAL
  const extensions = [
    certificatePolicy(POLICY[key.kind]),
    authorityInformation(`issuing-${by.key.kind}`),
    ...revocationLists(`issuing-${by.key.kind}`),
    extKeyUsage([as.purpose === 'signing' ? EMAIL_PROTECTION : CLIENT_AUTH, ...who]),
    keyUsage(as.purpose),
    subjectKeyIdentifier(keyIdentifier(key)),
    authorityKeyIdentifier(by.keyId),
    keyStorage(),
  ]
  return issueCertificate({ subject: personName(holder), key, validity: as.validity, extensions }, by)
}
