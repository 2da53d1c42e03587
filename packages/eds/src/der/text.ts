// The string types that occur in names. ITU-T X.680 §41, RFC 5280 §4.1.2.4 (DirectoryString).
import { DerError } from './error.ts'
import type { Element } from './read.ts'
import { BMP_STRING, IA5_STRING, PRINTABLE_STRING, TELETEX_STRING, UTF8_STRING } from './tag.ts'

/** The text of a string element, or undefined when it is of a type that is not text. Throws DerError. */
export function readText(element: Element): string | undefined {
  const { tag, content } = element
  if (tag === UTF8_STRING) return decode('utf-8', element)
  if (tag === BMP_STRING) return decode('utf-16be', element)
  if (tag === PRINTABLE_STRING || tag === IA5_STRING) {
    if (content.some(octet => octet > 0x7f)) throw new DerError('string-malformed', element.offset)
    return decode('utf-8', element)
  }
  return tag === TELETEX_STRING ? decode('latin1', element) : undefined // as everybody reads it, whatever T.61 says
}

function decode(encoding: string, element: Element): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(element.content)
  } catch (cause) {
    throw new DerError('string-malformed', element.offset, { cause })
  }
}
