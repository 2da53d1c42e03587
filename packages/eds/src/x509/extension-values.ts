// The extensions that say how certificates belong together. RFC 5280 §4.2.1.1, §4.2.1.9.
import { DerError } from '../der/error.ts'
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { BOOLEAN, constructedContext, INTEGER, primitiveContext } from '../der/tag.ts'
import { readBoolean, readSmallInteger } from '../der/value.ts'

export type BasicConstraints = { readonly ca: boolean; readonly pathLength: number | undefined }

/** §4.2.1.9. Throws DerError. */
export function readBasicConstraints(value: Element): BasicConstraints {
  const fields = fieldsOf(value)
  const ca = fields.optional(BOOLEAN)
  const pathLength = fields.optional(INTEGER)
  fields.end()
  if (ca && !readBoolean(ca)) throw new DerError('boolean-malformed', ca.offset) // DEFAULT FALSE, X.690 §11.5
  if (pathLength && !ca) throw new DerError('unexpected', pathLength.offset)
  return { ca: ca !== undefined, pathLength: pathLength && readSmallInteger(pathLength) }
}

/** §4.2.1.1: the key identifier alone is used; an issuer and serial number beside it are hints. Throws DerError. */
export function readAuthorityKeyId(value: Element): Uint8Array | undefined {
  const fields = fieldsOf(value)
  const keyId = fields.optional(primitiveContext(0))
  fields.optional(constructedContext(1)) // authorityCertIssuer
  fields.optional(primitiveContext(2)) // authorityCertSerialNumber
  fields.end()
  return keyId?.content
}
