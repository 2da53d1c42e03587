// Where lists about a certificate are, as it says itself: cRLDistributionPoints. RFC 5280 §4.2.1.13.

import { DerError } from '../der/error.ts'
import { elementsOf, fieldsOf } from '../der/fields.ts'
import { primitiveFault } from '../der/primitive.ts'
import type { Element } from '../der/read.ts'
import { BIT_STRING, constructedContext, primitiveContext, SEQUENCE } from '../der/tag.ts'
import type { Certificate } from '../x509/certificate.ts'
import { comparableRelativeName } from '../x509/comparable-name.ts'
import { extensionValue } from '../x509/extension.ts'
import { readGeneralNames } from '../x509/general-name.ts'
import type { Name } from '../x509/name.ts'
import { comparableDirectoryName, comparableName } from './comparable-general-name.ts'
import { ALL_REASONS, type ReasonMask, readReasonFlags } from './revocation-reason.ts'

export type DistributionPoint = {
  readonly name: PointName | undefined
  readonly reasons: ReasonMask
  readonly crlIssuers: readonly string[] | undefined // comparable names; set only where lists are another's
}

/** DistributionPointName: comparable full names, or one relative name to be put after the issuer's. */
export type PointName =
  | { readonly by: 'full'; readonly names: readonly string[] }
  | { readonly by: 'relative'; readonly name: string }

const CRL_DISTRIBUTION_POINTS = '2.5.29.31'

/** None when the certificate has no such extension. Throws DerError. */
export function distributionPointsOf(certificate: Pick<Certificate, 'extensions'>): readonly DistributionPoint[] {
  const read = (list: Element) => elementsOf(list, SEQUENCE, SEQUENCE).map(readDistributionPoint)
  return extensionValue(certificate.extensions, CRL_DISTRIBUTION_POINTS, read) ?? []
}

/** §6.3.3: lists that no point names, but that the certificate's issuer made: its own name is the point's. */
export function impliedPoint({ issuer }: Pick<Certificate, 'issuer'>): DistributionPoint {
  const names = [comparableDirectoryName(issuer.comparable)]
  return { name: { by: 'full', names }, reasons: ALL_REASONS, crlIssuers: undefined }
}

/** The full names that a point has when its lists are by this issuer. */
export function pointNames(point: PointName, issuer: Name): readonly string[] {
  return point.by === 'full' ? point.names : [comparableDirectoryName([...issuer.comparable, point.name])]
}

/** DistributionPointName is a CHOICE, so its tag is inside another. Throws DerError. */
export function readPointName(wrapper: Element): PointName {
  const fields = fieldsOf(wrapper, wrapper.tag)
  const choice = fields.any()
  fields.end()
  if (choice.tag === constructedContext(0)) {
    return { by: 'full', names: readGeneralNames(choice, choice.tag).map(comparableName) }
  }
  const isRelative = choice.tag === constructedContext(1) && choice.children.length > 0
  if (!isRelative) throw new DerError('unexpected', choice.offset)
  return { by: 'relative', name: comparableRelativeName(choice) }
}

/** ReasonFlags under an implicit tag. Throws DerError. */
export function readReasons(element: Element): ReasonMask {
  const fault = primitiveFault(BIT_STRING, element.content)
  if (fault) throw new DerError(fault, element.offset)
  return readReasonFlags(element)
}

function readDistributionPoint(element: Element): DistributionPoint {
  const fields = fieldsOf(element)
  const name = fields.optional(constructedContext(0))
  const reasons = fields.optional(primitiveContext(1))
  const crlIssuers = fields.optional(constructedContext(2))
  fields.end()
  if (!name && !crlIssuers) throw new DerError('unexpected', element.offset) // §4.2.1.13: not of reasons alone
  return {
    name: name && readPointName(name),
    reasons: reasons ? readReasons(reasons) : ALL_REASONS,
    crlIssuers: crlIssuers && readGeneralNames(crlIssuers, crlIssuers.tag).map(comparableName),
  }
}
