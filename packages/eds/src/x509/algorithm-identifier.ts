// AlgorithmIdentifier. RFC 5280 §4.1.1.2.
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { isNull, readOid } from '../der/value.ts'

export type AlgorithmIdentifier = {
  readonly oid: string
  readonly parameters: Element | undefined // NULL counts as absent: Kazakhstan's files write it everywhere
  readonly encoded: Uint8Array
}

/** Throws DerError. */
export function readAlgorithmIdentifier(element: Element): AlgorithmIdentifier {
  const fields = fieldsOf(element)
  const oid = readOid(fields.any())
  const parameters = element.children.length > 1 ? fields.any() : undefined
  fields.end()
  return { oid, parameters: parameters && !isNull(parameters) ? parameters : undefined, encoded: element.encoded }
}
