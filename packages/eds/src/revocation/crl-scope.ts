// Is this list about this certificate, and about which reasons? RFC 5280 §6.3.3 (b)–(e).
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import { comparableDirectoryName } from './comparable-general-name.ts'
import type { Crl } from './crl.ts'
import { type DistributionPoint, pointNames } from './distribution-point.ts'
import type { IssuingDistributionPoint } from './issuing-distribution-point.ts'
import { ALL_REASONS, type ReasonMask } from './revocation-reason.ts'

/** (b)(1): the list is by whom the point names, or else by the certificate's own issuer. */
export function isByIssuerOf(crl: Crl, point: DistributionPoint, certificate: Certificate): boolean {
  if (!point.crlIssuers) return sameName(crl.issuer, certificate.issuer)
  const isNamed = point.crlIssuers.includes(comparableDirectoryName(crl.issuer.comparable))
  return isNamed && crl.scope?.isIndirect === true
}

/** (b)(2): whether what the list says of itself takes in the certificate, found at this point. */
export function isInScope(crl: Crl, point: DistributionPoint, certificate: Certificate): boolean {
  const { scope } = crl
  if (!scope) return true
  return namesAgree(scope, point, crl) && kindsAgree(scope, certificate)
}

/** (d): the reasons of which this list tells for certificates with this point. */
export function reasonsOf(crl: Crl, point: DistributionPoint): ReasonMask {
  return point.reasons & (crl.scope?.onlyReasons ?? ALL_REASONS)
}

/** (b)(2)(i): a name in common; a point without a name has those of the lists' issuers. */
function namesAgree({ name }: IssuingDistributionPoint, point: DistributionPoint, { issuer }: Crl): boolean {
  if (!name) return true
  const own = point.name ? pointNames(point.name, issuer) : (point.crlIssuers ?? [])
  return pointNames(name, issuer).some(candidate => own.includes(candidate))
}

/** (b)(2)(ii)–(iv). */
function kindsAgree({ only }: IssuingDistributionPoint, { basicConstraints }: Certificate): boolean {
  if (only === undefined) return true
  const isAuthority = basicConstraints?.ca === true
  return only === (isAuthority ? 'authority-certificates' : 'user-certificates')
}
