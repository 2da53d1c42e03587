// The extension in which an authority is told whom it may name. RFC 5280 §4.2.1.10; it is applied in path/.
import { DerError } from '../der/error.ts'
import { elementsOf, fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, SEQUENCE } from '../der/tag.ts'
import { type GeneralName, readGeneralName } from './general-name.ts'

export type NameConstraints = { readonly permitted: readonly GeneralName[]; readonly excluded: readonly GeneralName[] }

/** Throws DerError, also for an empty extension (§4.2.1.10) and for a subtree with bounds. */
export function readNameConstraints(value: Element): NameConstraints {
  const fields = fieldsOf(value)
  const permitted = fields.optional(constructedContext(0))
  const excluded = fields.optional(constructedContext(1))
  fields.end()
  if (!permitted && !excluded) throw new DerError('unexpected', value.offset)
  return { permitted: permitted ? readSubtrees(permitted) : [], excluded: excluded ? readSubtrees(excluded) : [] }
}

/** GeneralSubtrees, SIZE (1..MAX). */
function readSubtrees(list: Element): readonly GeneralName[] {
  const subtrees = elementsOf(list, list.tag, SEQUENCE).map(readSubtree)
  if (subtrees.length === 0) throw new DerError('unexpected', list.offset)
  return subtrees
}

/** §4.2.1.10: minimum is zero, which DER leaves out, and maximum absent: nothing but the base may stand here. */
function readSubtree(element: Element): GeneralName {
  const fields = fieldsOf(element)
  const base = readGeneralName(fields.any())
  fields.end()
  return base
}
