// What of a relative distinguished name counts when names are compared. RFC 5280 §7.1, string preparation by RFC 4518.
import { DerError } from '../der/error.ts'
import type { Element } from '../der/read.ts'
import { IA5_STRING, PRINTABLE_STRING, UTF8_STRING } from '../der/tag.ts'
import { readText } from '../der/text.ts'

/** A whole certificate may be as long; preparing a name of megabytes takes many times its octets. */
const MAX_BYTES = 16 * 1024

/** Throws DerError `too-large` for a name, or what holds names, that is longer than anybody's. */
export function checkNameLength({ encoded, offset }: Element): void {
  if (encoded.length > MAX_BYTES) throw new DerError('too-large', offset)
}

/**
 * A text that two RDNs share exactly when they match: a set of attributes, each of the same type and the same value.
 * Throws DerError for text that is not what its type says, or too long.
 */
export function comparableRelativeName(set: Element): string {
  checkNameLength(set)
  return set.children.map(comparableAttribute).toSorted().join('+') // a SET: the order means nothing
}

/** Whether every value stands in such a text prepared, so that another text is another name. A doubt counts as no. */
export function isPrepared(comparable: string): boolean {
  return !/(^|\+)[0-9a-f]*#/.test(comparable)
}

function comparableAttribute({ children: [type, value] }: Element): string {
  const dotted = type ? hex(type.content) : ''
  const text = value && FOLDED.has(value.tag) ? prepare(readText(value) ?? '') : undefined
  return text === undefined ? `${dotted}#${value ? hex(value.encoded) : ''}` : `${dotted}=${JSON.stringify(text)}`
}

// §7.1 asks for caseIgnoreMatch between these two, whichever of them each name uses; §7.2 and §7.3 for domain components
// and e-mail addresses, which are IA5String. Other types are compared octet for octet, as §7.1 allows.
const FOLDED: ReadonlySet<number> = new Set([PRINTABLE_STRING, UTF8_STRING, IA5_STRING])

/**
 * RFC 4518 §2.2 (case), §2.3 (NFKC) and §2.6.1 (spaces). A value with control, unassigned or private characters, where
 * §2.2 and §2.4 would drop or bar something, has no prepared form: it matches only its own octets. Folding less than
 * allowed can lose a path, never make one; where names are excluded, such a value counts as any.
 */
function prepare(value: string): string | undefined {
  if (/[\p{C}\uFFFD]/u.test(value)) return undefined
  return value.normalize('NFKC').toLowerCase().normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
