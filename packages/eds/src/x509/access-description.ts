// Where an authority offers something: its answers on revocation, its own certificate. RFC 5280 §4.2.2.1.
import { elementsOf, fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { SEQUENCE } from '../der/tag.ts'
import { readOid } from '../der/value.ts'
import { type GeneralName, readGeneralName } from './general-name.ts'

export type AccessDescription = { readonly method: string; readonly location: GeneralName }

/** AuthorityInfoAccessSyntax. Nothing here is ever fetched. Throws DerError. */
export function readAccessDescriptions(value: Element): readonly AccessDescription[] {
  return elementsOf(value, SEQUENCE, SEQUENCE).map(description => {
    const fields = fieldsOf(description)
    const read = { method: readOid(fields.any()), location: readGeneralName(fields.any()) }
    fields.end()
    return read
  })
}
