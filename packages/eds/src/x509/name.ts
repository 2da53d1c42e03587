// Distinguished names. RFC 5280 §4.1.2.4; as text by RFC 4514, in the order in which they are encoded.
import { sameBytes } from '../bytes.ts'
import { DerError } from '../der/error.ts'
import { elementsOf, fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { SEQUENCE, SET } from '../der/tag.ts'
import { readText } from '../der/text.ts'
import { readOid } from '../der/value.ts'
import { checkNameLength, comparableRelativeName, isPrepared } from './comparable-name.ts'

/** Names are compared by `sameName`, never by their text: two authorities share a common name across generations. */
export type Name = {
  readonly encoded: Uint8Array
  readonly attributes: readonly NameAttribute[]
  readonly comparable: readonly string[] // one entry a relative name: equal entries are equal by §7.1
}
export type NameAttribute = { readonly oid: string; readonly value: string }

/** Throws DerError. */
export function readName(element: Element): Name {
  checkNameLength(element)
  const parts = elementsOf(element, SEQUENCE, SET)
  return {
    encoded: element.encoded,
    attributes: parts.flatMap(readRelativeName),
    comparable: parts.map(comparableRelativeName),
  }
}

/** Whether two names are the same by RFC 5280 §7.1: equal relative names in the same order. */
export function sameName(a: Name, b: Name): boolean {
  if (sameBytes(a.encoded, b.encoded)) return true // as they nearly always are
  return a.comparable.length === b.comparable.length && isWithin(a, b)
}

/** Whether `name` stands in the subtree of `base` (§4.2.1.10, §7.1): the relative names of `base` come first in it. */
export function isWithin(name: Name, base: Name): boolean {
  return base.comparable.every((part, i) => part === name.comparable[i])
}

/** The same for an exclusion: what has no prepared form might be the name that is barred, written in another way. */
export function mayBeWithin(name: Name, base: Name): boolean {
  return base.comparable.every((part, i) => {
    const own = name.comparable[i]
    return own !== undefined && (part === own || !isPrepared(part) || !isPrepared(own))
  })
}

/** All values of one attribute, in order. */
export function valuesOf(name: Name, oid: string): readonly string[] {
  return name.attributes.filter(attribute => attribute.oid === oid).map(attribute => attribute.value)
}

/** `CN=…, SERIALNUMBER=…`: special and control characters are escaped, so that a value cannot pretend to be two. */
export function formatName(name: Name): string {
  return name.attributes.map(({ oid, value }) => `${SHORT_NAMES.get(oid) ?? oid}=${escapeValue(value)}`).join(', ')
}

const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SURNAME'],
  ['2.5.4.5', 'SERIALNUMBER'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.15', 'BUSINESSCATEGORY'],
  ['2.5.4.42', 'GIVENNAME'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'E'],
])

function readRelativeName(set: Element): NameAttribute[] {
  if (set.children.length === 0) throw new DerError('unexpected', set.offset)
  return set.children.map(child => {
    const fields = fieldsOf(child)
    const oid = readOid(fields.any())
    const value = fields.any()
    fields.end()
    return { oid, value: readText(value) ?? `#${Buffer.from(value.encoded).toString('hex')}` } // RFC 4514 §2.4
  })
}

/** RFC 4514 §2.4. */
function escapeValue(value: string): string {
  return value
    .replaceAll(/[\\"+,;<>]/g, '\\$&')
    .replaceAll(/\p{C}/gu, hidden => [...Buffer.from(hidden)].map(o => `\\${o.toString(16).padStart(2, '0')}`).join(''))
    .replace(/^[ #]/, '\\$&')
    .replace(/ $/, '\\ ')
}
