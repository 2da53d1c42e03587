// What §4 of RFC 5280 asks of certificates beyond what §6 needs to validate them.
import { readDer } from '../der/read.ts'
import { GENERALIZED_TIME, UTC_TIME } from '../der/tag.ts'
import { EdsError } from '../error.ts'
import { readAccessDescriptions } from '../x509/access-description.ts'
import type { Certificate } from '../x509/certificate.ts'
import { isHostPattern } from '../x509/dns-name.ts'
import { extensionValue } from '../x509/extension.ts'
import type { GeneralName } from '../x509/general-name.ts'
import { parseMailbox } from '../x509/mailbox.ts'
import { sameName } from '../x509/name.ts'
import * as oids from '../x509/oids.ts'
import { isAbsoluteUri } from '../x509/uri-host.ts'

/**
 * `consistent`: a certificate that contradicts itself is refused. `strict`: also one that its issuer should not have
 * made so, though nothing about it is unclear. Every genuine certificate of the national authority that we have seen
 * keeps to both; certificates elsewhere, even those of the NIST suite, keep to the first only.
 */
export type Profile = 'consistent' | 'strict'

/**
 * Throws EdsError `path-invalid` for a certificate outside of the profile, DerError for what is not even readable. An
 * anchor is trusted for its name and its key: how it was numbered, and by whom it was issued, is not asked.
 */
export function checkProfile(certificate: Certificate, profile: Profile, isAnchor: boolean): void {
  const strict = isAnchor ? STRICT : [...STRICT, ...STRICT_BELOW_ANCHORS]
  const rules = profile === 'strict' ? [...CONSISTENT, ...strict] : CONSISTENT
  if (!rules.every(keeps => keeps(certificate))) throw new EdsError('path-invalid')
}

type Rule = (certificate: Certificate) => boolean

const CONSISTENT: readonly Rule[] = [
  // §4.1.2.4: the issuer has a name, and so has an authority (§4.1.2.6).
  ({ issuer }) => issuer.attributes.length > 0,
  certificate => !isAuthority(certificate) || certificate.subject.attributes.length > 0,
  // §4.1.2.6, §4.2.1.6: without a subject, the names in a critical subjectAltName are the only ones.
  certificate => certificate.subject.attributes.length > 0 || isCritical(certificate, oids.SUBJECT_ALT_NAME) === true,
  // §4.2.1.3, §4.2.1.9: only an authority's key signs certificates, and only where it does is a path length stated.
  certificate => isAuthority(certificate) || certificate.keyUsage?.has('keyCertSign') !== true,
  ({ basicConstraints, keyUsage }) =>
    basicConstraints?.pathLength === undefined || keyUsage === undefined || keyUsage.has('keyCertSign'),
  // §4.2.1.10: name constraints are an authority's.
  certificate => isAuthority(certificate) || certificate.nameConstraints === undefined,
]

const STRICT: readonly Rule[] = [
  // §4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050.
  writesTimesByYear,
  // §4.2.1.2: an authority's key has an identifier.
  certificate => certificate.subjectKeyId !== undefined || !isAuthority(certificate),
  // §4.2.1.9, §4.2.1.10, §4.2.1.11, §4.2.1.14: "Conforming CAs MUST mark this extension as critical".
  certificate => !isAuthority(certificate) || isCritical(certificate, oids.BASIC_CONSTRAINTS) === true,
  certificate => isCritical(certificate, oids.NAME_CONSTRAINTS) !== false,
  certificate => isCritical(certificate, oids.POLICY_CONSTRAINTS) !== false,
  certificate => isCritical(certificate, oids.INHIBIT_ANY_POLICY) !== false,
  // §4.2.1.6: alternative names are written as their forms ask.
  ({ subjectAltNames = [] }) => subjectAltNames.every(isWellWritten),
  // §4.2.2.1: authorityInfoAccess says where.
  ({ extensions }) => extensionValue(extensions, oids.AUTHORITY_INFO_ACCESS, readAccessDescriptions)?.length !== 0,
]

const STRICT_BELOW_ANCHORS: readonly Rule[] = [
  // §4.1.2.2: positive and at most 20 octets, the sign bit included.
  ({ serial }) => serial > 0n && serial < 1n << 159n,
  // §4.2.1.1: the issuer's key is identified, but for a self-signed certificate's.
  certificate => certificate.authorityKeyId !== undefined || sameName(certificate.issuer, certificate.subject),
]

function isAuthority({ basicConstraints }: Certificate): boolean {
  return basicConstraints?.ca === true
}

/** Undefined when there is no such extension. */
function isCritical({ extensions }: Certificate, oid: string): boolean | undefined {
  return extensions.find(extension => extension.oid === oid)?.critical
}

const FROM_2050 = new Date('2050-01-01')

function writesTimesByYear({ signedPart, notBefore, notAfter }: Certificate): boolean {
  const { children } = readDer(signedPart)
  const validity = children.find(({ children: [first] }) => first && isTime(first.tag))?.children ?? []
  return [notBefore, notAfter].every((at, i) => (validity[i]?.tag === GENERALIZED_TIME) === at >= FROM_2050)
}

function isTime(tag: number): boolean {
  return tag === UTC_TIME || tag === GENERALIZED_TIME
}

function isWellWritten(name: GeneralName): boolean {
  switch (name.form) {
    case 'dNSName':
      return isHostPattern(name.text)
    case 'rfc822Name':
      return parseMailbox(name.text) !== undefined
    case 'uniformResourceIdentifier':
      return isAbsoluteUri(name.text)
    case 'iPAddress':
      return name.octets.length === 4 || name.octets.length === 16
    default:
      return true
  }
}
