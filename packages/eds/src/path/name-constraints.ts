// Whether the names in a path stand where its authorities may name. RFC 5280 §6.1.3 (b), (c), §6.1.4 (g).
import { EdsError } from '../error.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { GeneralName } from '../x509/general-name.ts'
import { sameName, valuesOf } from '../x509/name.ts'
import type { NameConstraints } from '../x509/name-constraints.ts'
import { type Effort, spend } from './effort.ts'
import { type Extent, isInSubtree, isSubtree } from './subtree.ts'

/**
 * `chain` from the certificate to its anchor; the anchor's own constraints count too. Throws EdsError: `path-invalid` when
 * a name is outside, or cannot be judged; `limit-exceeded`.
 */
export function checkNames(chain: readonly Certificate[], effort: Effort): void {
  const imposed: NameConstraints[] = []
  for (const [i, certificate] of [...chain.entries()].toReversed()) {
    const isExempt = i > 0 && sameName(certificate.subject, certificate.issuer) // §4.2.1.10: but the last certificate
    if (imposed.length > 0 && !isExempt) checkCertificate(certificate, imposed, effort)
    if (certificate.nameConstraints) imposed.push(wellFormed(certificate.nameConstraints))
  }
}

function checkCertificate(certificate: Certificate, imposed: readonly NameConstraints[], effort: Effort): void {
  const names = namesOf(certificate)
  for (const { permitted, excluded } of imposed) {
    for (const name of names) {
      spend(effort, 'comparisons', excluded.length + permitted.length)
      if (isInAny(name, excluded, 'any')) throw new EdsError('path-invalid') // §6.1.3 (c)
      const ofItsForm = permitted.filter(({ form }) => form === name.form) // (b): none restricts nothing
      if (ofItsForm.length > 0 && !isInAny(name, ofItsForm, 'all')) throw new EdsError('path-invalid')
    }
  }
}

/** §4.2.1.10: the subject, every alternative name, and for want of those the subject's e-mail addresses. */
function namesOf({ subject, subjectAltNames }: Certificate): readonly GeneralName[] {
  const directory: readonly GeneralName[] =
    subject.attributes.length > 0 ? [{ form: 'directoryName', name: subject }] : []
  const alternative = subjectAltNames ?? valuesOf(subject, EMAIL_ADDRESS).map(mailName)
  return [...directory, ...alternative]
}

const EMAIL_ADDRESS = '1.2.840.113549.1.9.1'

function mailName(text: string): GeneralName {
  return { form: 'rfc822Name', text }
}

function isInAny(name: GeneralName, bases: readonly GeneralName[], extent: Extent): boolean {
  return bases.some(base => base.form === name.form && isInSubtree(name, base, extent))
}

function wellFormed(constraints: NameConstraints): NameConstraints {
  const { permitted, excluded } = constraints
  if (![...permitted, ...excluded].every(isSubtree)) throw new EdsError('path-invalid')
  return constraints
}
