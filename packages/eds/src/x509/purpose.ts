// What a certificate is for: the national authority's marks in keyUsage and extendedKeyUsage, RFC 5280 §4.2.1.3, §4.2.1.12.
import type { Certificate } from './certificate.ts'
import { ANY_PURPOSE, CLIENT_AUTH, EMAIL_PROTECTION } from './oids.ts'
import { isInformationSystem } from './role.ts'

export type Purpose = 'signing' | 'authentication' | 'other'
export type AskedPurpose = 'signing' | 'authentication' | 'any'

type Marks = Pick<Certificate, 'keyUsage' | 'extendedKeyUsage'>

/** What the certificate is for; one that is for both (none is issued) counts as for signing. */
export function purposeOf(marks: Marks): Purpose {
  if (isForSigning(marks)) return 'signing'
  return isForAuthentication(marks) ? 'authentication' : 'other'
}

/** Whether a signature over a document or a challenge may be made with it, for the purpose asked. */
export function fitsPurpose(marks: Marks, asked: AskedPurpose): boolean {
  if (!maySign(marks)) return false
  if (asked === 'signing') return isForSigning(marks)
  return asked === 'any' || isForAuthentication(marks)
}

/** §4.2.1.12: a key with stated purposes is for those only; one without may be for anything. */
export function allowsPurpose({ extendedKeyUsage }: Marks, oid: string): boolean {
  return !extendedKeyUsage || extendedKeyUsage.includes(oid) || extendedKeyUsage.includes(ANY_PURPOSE)
}

/** §4.2.1.3: signatures other than on certificates and CRLs need one of these bits, when there is a keyUsage. */
function maySign({ keyUsage }: Marks): boolean {
  return !keyUsage || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation')
}

function isForSigning({ keyUsage, extendedKeyUsage = [] }: Marks): boolean {
  const marked = extendedKeyUsage.includes(EMAIL_PROTECTION) || isInformationSystem(extendedKeyUsage)
  return marked && keyUsage?.has('nonRepudiation') === true
}

function isForAuthentication({ keyUsage, extendedKeyUsage = [] }: Marks): boolean {
  return extendedKeyUsage.includes(CLIENT_AUTH) && keyUsage?.has('digitalSignature') === true
}
