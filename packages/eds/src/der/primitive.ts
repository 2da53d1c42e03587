// The canonical content of primitive types. ITU-T X.690 §8.2–§8.19 as narrowed by §11.
import type { DerFault } from './error.ts'
import { decodeOid } from './oid.ts'
import { BIT_STRING, BOOLEAN, ENUMERATED, INTEGER, NULL, OBJECT_IDENTIFIER } from './tag.ts'

const CHECKS: ReadonlyMap<number, (content: Uint8Array) => DerFault | undefined> = new Map([
  [BOOLEAN, booleanFault],
  [INTEGER, integerFault],
  [ENUMERATED, integerFault],
  [BIT_STRING, bitsFault],
  [NULL, nullFault],
  [OBJECT_IDENTIFIER, oidFault],
])

/** What is not canonical in the content of a primitive element, if anything. Strings and times are checked when read. */
export function primitiveFault(tag: number, content: Uint8Array): DerFault | undefined {
  return CHECKS.get(tag)?.(content)
}

/** §11.1: one octet, all zero bits or all one bits. */
function booleanFault(content: Uint8Array): DerFault | undefined {
  return content.length === 1 && (content[0] === 0x00 || content[0] === 0xff) ? undefined : 'boolean-malformed'
}

/** §8.3.2: the first nine bits are not all equal. */
function integerFault(content: Uint8Array): DerFault | undefined {
  const [first, second] = content
  if (first === undefined) return 'integer-malformed'
  if (second === undefined) return undefined
  const repeatsSign = (first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80)
  return repeatsSign ? 'integer-malformed' : undefined
}

/** §8.6.2: 0 to 7 unused bits, which are zero (§11.2.1); none where there is no octet. */
function bitsFault(content: Uint8Array): DerFault | undefined {
  const [unused] = content
  if (unused === undefined || unused > 7) return 'bits-malformed'
  if (content.length === 1) return unused === 0 ? undefined : 'bits-malformed'
  const mask = (1 << unused) - 1
  return ((content.at(-1) ?? 0) & mask) === 0 ? undefined : 'bits-malformed'
}

function nullFault(content: Uint8Array): DerFault | undefined {
  return content.length === 0 ? undefined : 'null-malformed'
}

function oidFault(content: Uint8Array): DerFault | undefined {
  return decodeOid(content) === undefined ? 'oid-malformed' : undefined
}
