// Whether a certificate is one of a time-stamping authority, and of the one that a TSTInfo names. RFC 3161 §2.3, §2.4.2.
import { sameBytes } from '../bytes.ts'
import { insideOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, SEQUENCE } from '../der/tag.ts'
import { EdsError } from '../error.ts'
import type { Certificate } from '../x509/certificate.ts'
import { extensionValue } from '../x509/extension.ts'
import { EXTENDED_KEY_USAGE, SUBJECT_ALT_NAME } from '../x509/oids.ts'

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'

/**
 * §2.3: one extended key usage, time stamping, critical. Every authority of RK whose tokens were seen has it so, those
 * of 2021 too. A keyUsage must let the key sign. Throws EdsError `timestamp-invalid`.
 */
export function checkTimestampAuthority({ extensions, extendedKeyUsage, keyUsage }: Certificate): void {
  const [purpose, ...others] = extendedKeyUsage ?? []
  const critical = extensions.some(extension => extension.oid === EXTENDED_KEY_USAGE && extension.critical)
  const stamps = purpose === TIME_STAMPING && others.length === 0 && critical
  const signs = !keyUsage || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation')
  if (!stamps || !signs) throw new EdsError('timestamp-invalid')
}

/** §2.4.2: a tsa field is one of the subject names of the certificate. Throws EdsError `timestamp-invalid`. */
export function checkAuthorityName(name: Element, certificate: Certificate): void {
  const isSubject =
    name.tag === constructedContext(4) && sameBytes(insideOf(name, SEQUENCE).encoded, certificate.subject.encoded)
  const alternatives = extensionValue(certificate.extensions, SUBJECT_ALT_NAME, ({ children }) => children) ?? []
  const isAlternative = alternatives.some(({ encoded }) => sameBytes(encoded, name.encoded))
  if (!isSubject && !isAlternative) throw new EdsError('timestamp-invalid')
}
