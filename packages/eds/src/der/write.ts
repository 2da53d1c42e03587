// Writes DER. ITU-T X.690 §8 in the forms that §10 and §11 leave; every function answers one whole element.
import { encodeOid } from './oid.ts'
import { compareEncodings } from './set-order.ts'

/** SEQUENCE (X.690 §8.9) of elements that are already encoded, in the order given. */
export function sequence(...items: readonly Uint8Array[]): Uint8Array {
  return element(0x30, concat(...items))
}

/** SET OF (X.690 §8.12), its elements sorted as §11.6 asks; also right for a SET whose tags are given in order. */
export function setOf(...items: readonly Uint8Array[]): Uint8Array {
  return element(0x31, concat(...items.toSorted(compareEncodings)))
}

/** INTEGER (X.690 §8.3), two's complement in the fewest octets. A `number` must be a safe integer. */
export function integer(value: bigint | number): Uint8Array {
  return element(0x02, twosComplement(BigInt(value)))
}

/** INTEGER from the big-endian octets of a number that is not negative: a serial number, a modulus. */
export function unsignedInteger(bytes: Uint8Array): Uint8Array {
  const firstUsed = bytes.findIndex(octet => octet !== 0)
  const digits = firstUsed === -1 ? Uint8Array.of(0) : bytes.subarray(firstUsed)
  const wouldBeNegative = (digits[0] ?? 0) >= 0x80
  return element(0x02, wouldBeNegative ? concat(Uint8Array.of(0), digits) : digits)
}

/** OBJECT IDENTIFIER (X.690 §8.19) from its dotted form. Throws RangeError when that is not an identifier. */
export function oid(dotted: string): Uint8Array {
  return element(0x06, encodeOid(dotted))
}

/** OCTET STRING (X.690 §8.7), primitive. */
export function octetString(bytes: Uint8Array): Uint8Array {
  return element(0x04, bytes)
}

/** BIT STRING (X.690 §8.6), primitive. The unused bits, 0 to 7, stand at the end and must already be zero (§11.2.1). */
export function bitString(bytes: Uint8Array, unusedBits = 0): Uint8Array {
  return element(0x03, concat(Uint8Array.of(unusedBits), bytes))
}

/** NULL (X.690 §8.8). */
export function nullValue(): Uint8Array {
  return element(0x05, new Uint8Array())
}

/** BOOLEAN (X.690 §11.1): TRUE is FF. */
export function boolean(value: boolean): Uint8Array {
  return element(0x01, Uint8Array.of(value ? 0xff : 0x00))
}

/** UTF8String (X.690 §8.23). */
export function utf8String(text: string): Uint8Array {
  return element(0x0c, new TextEncoder().encode(text))
}

/** PrintableString; the text must keep to its alphabet (X.680 §41.4). Throws RangeError when it does not. */
export function printableString(text: string): Uint8Array {
  if (!/^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text)) throw new RangeError('not a PrintableString')
  return element(0x13, new TextEncoder().encode(text))
}

/** IA5String, 7-bit ASCII. Throws RangeError for anything else. */
export function ia5String(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text)
  if (bytes.some(octet => octet > 0x7f)) throw new RangeError('not an IA5String')
  return element(0x16, bytes)
}

/** UTCTime `YYMMDDHHMMSSZ` (X.690 §11.8, RFC 5280 §4.1.2.5.1), for 1950 to 2049. */
export function utcTime(at: Date): Uint8Array {
  return element(0x17, new TextEncoder().encode(digitsOf(at).slice(2)))
}

/** GeneralizedTime `YYYYMMDDHHMMSSZ` (X.690 §11.7, RFC 5280 §4.1.2.5.2), to the whole second. */
export function generalizedTime(at: Date): Uint8Array {
  return element(0x18, new TextEncoder().encode(digitsOf(at)))
}

/** Time as RFC 5280 §4.1.2.5 wants it: UTCTime through 2049, GeneralizedTime from 2050. */
export function time(at: Date): Uint8Array {
  const year = at.getUTCFullYear()
  return year >= 1950 && year < 2050 ? utcTime(at) : generalizedTime(at)
}

/** [n] EXPLICIT: the element inside a constructed context-specific one (X.690 §8.14.2). `tagNumber` is 0 to 30. */
export function explicit(tagNumber: number, item: Uint8Array): Uint8Array {
  return element(0xa0 | tagNumber, item)
}

/** [n] IMPLICIT: the element with its tag replaced, primitive or constructed as it was (X.690 §8.14.3). */
export function implicit(tagNumber: number, item: Uint8Array): Uint8Array {
  const [identifier = 0] = item
  return concat(Uint8Array.of(0x80 | (identifier & 0x20) | tagNumber), item.subarray(1))
}

/** [n] IMPLICIT primitive with the given content octets: an URL in GeneralName, a key identifier. */
export function contextPrimitive(tagNumber: number, content: Uint8Array): Uint8Array {
  return element(0x80 | tagNumber, content)
}

/** The given octets one after another. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** One element: identifier octet, length in the fewest octets (X.690 §10.1), content. */
export function element(identifier: number, content: Uint8Array): Uint8Array {
  return concat(Uint8Array.of(identifier), lengthOctets(content.length), content)
}

function lengthOctets(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length) // §8.1.3.4, the short form
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return Uint8Array.of(0x80 | octets.length, ...octets) // §8.1.3.5, the long form
}

function twosComplement(value: bigint): Uint8Array {
  const octets: number[] = []
  let rest = value
  do {
    octets.unshift(Number(rest & 0xffn))
    rest >>= 8n
  } while (!isSignOf(rest, octets[0] ?? 0))
  return Uint8Array.from(octets)
}

/** Whether `rest` only repeats the sign bit of the leading octet, so that §8.3.2 forbids writing it. */
function isSignOf(rest: bigint, leading: number): boolean {
  return leading < 0x80 ? rest === 0n : rest === -1n
}

function digitsOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`
}
