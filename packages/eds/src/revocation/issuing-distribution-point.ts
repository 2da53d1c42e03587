// What a list is about: issuingDistributionPoint. RFC 5280 §5.2.5.
import { DerError } from '../der/error.ts'
import { type Fields, fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, primitiveContext } from '../der/tag.ts'
import { type PointName, readPointName, readReasons } from './distribution-point.ts'
import type { ReasonMask } from './revocation-reason.ts'

export type IssuingDistributionPoint = {
  readonly encoded: Uint8Array
  readonly name: PointName | undefined
  readonly only: 'user-certificates' | 'authority-certificates' | 'attribute-certificates' | undefined
  readonly onlyReasons: ReasonMask | undefined
  readonly isIndirect: boolean
}

/** Throws DerError, also when nothing is said, or when more than one kind of certificate is said to be the only one. */
export function readIssuingDistributionPoint(value: Element): IssuingDistributionPoint {
  const fields = fieldsOf(value)
  const name = fields.optional(constructedContext(0))
  const userOnly = readFlag(fields, 1)
  const authorityOnly = readFlag(fields, 2)
  const onlyReasons = fields.optional(primitiveContext(3))
  const isIndirect = readFlag(fields, 4)
  const attributeOnly = readFlag(fields, 5)
  fields.end()
  const kinds = [userOnly, authorityOnly, attributeOnly].filter(Boolean).length
  if (value.children.length === 0 || kinds > 1) throw new DerError('unexpected', value.offset)
  return {
    encoded: value.encoded,
    name: name && readPointName(name),
    only: onlyKind(userOnly, authorityOnly, attributeOnly),
    onlyReasons: onlyReasons && readReasons(onlyReasons),
    isIndirect,
  }
}

/** BOOLEAN DEFAULT FALSE under an implicit tag: there as TRUE, or not there (X.690 §11.5). */
function readFlag(fields: Fields, number: number): boolean {
  const flag = fields.optional(primitiveContext(number))
  if (flag && (flag.content.length !== 1 || flag.content[0] !== 0xff)) {
    throw new DerError('boolean-malformed', flag.offset)
  }
  return flag !== undefined
}

function onlyKind(user: boolean, authority: boolean, attribute: boolean): IssuingDistributionPoint['only'] {
  if (user) return 'user-certificates'
  if (authority) return 'authority-certificates'
  return attribute ? 'attribute-certificates' : undefined
}
