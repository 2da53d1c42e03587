// Extensions as they stand: an identifier, whether it is critical, and bytes. RFC 5280 §4.1.2.9, §4.2.
import { DerError } from '../der/error.ts'
import { elementsOf, fieldsOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { BOOLEAN, OCTET_STRING, SEQUENCE } from '../der/tag.ts'
import { readBoolean, readOctetString, readOid } from '../der/value.ts'

export type Extension = { readonly oid: string; readonly critical: boolean; readonly value: Uint8Array }

/** Throws DerError, also for an extension that occurs twice (§4.2). */
export function readExtensions(list: Element): readonly Extension[] {
  const extensions = elementsOf(list, SEQUENCE, SEQUENCE).map(readExtension)
  if (extensions.length === 0) throw new DerError('unexpected', list.offset) // SIZE (1..MAX)
  const identifiers = new Set(extensions.map(extension => extension.oid))
  if (identifiers.size < extensions.length) throw new DerError('unexpected', list.offset)
  return extensions
}

/** The value of one extension, read by `read` from its own DER, or undefined when there is none. Throws DerError. */
export function extensionValue<T>(
  extensions: readonly Extension[],
  oid: string,
  read: (value: Element) => T,
): T | undefined {
  const extension = extensions.find(candidate => candidate.oid === oid)
  return extension && read(readDer(extension.value))
}

function readExtension(element: Element): Extension {
  const fields = fieldsOf(element)
  const oid = readOid(fields.any())
  const critical = fields.optional(BOOLEAN)
  const value = readOctetString(fields.required(OCTET_STRING))
  fields.end()
  if (critical && !readBoolean(critical)) throw new DerError('boolean-malformed', critical.offset) // X.690 §11.5
  return { oid, critical: critical !== undefined, value }
}
