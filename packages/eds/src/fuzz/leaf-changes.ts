// Changes of one primitive value that keep its type: numbers, identifiers, times, texts, flags, octets.
import { encodeOid } from '../der/oid.ts'
import { BIT_STRING, BOOLEAN, GENERALIZED_TIME, INTEGER, OBJECT_IDENTIFIER, UTC_TIME } from '../der/tag.ts'
import { concat } from '../der/write.ts'
import { oneOf, type Random } from './random.ts'

/** Other content octets for a value of this type. */
export function changedContent(tag: number, content: Uint8Array, random: Random): Uint8Array {
  if (random(4) === 0) return oneOf(ANY, random)(content, random)
  return (BY_TYPE.get(tag) ?? flipBit)(content, random)
}

type Change = (content: Uint8Array, random: Random) => Uint8Array

export const flipBit: Change = (content, random) => {
  const at = random(content.length || 1)
  const bit = 1 << random(8)
  return Uint8Array.from(content, (octet, i) => (i === at ? octet ^ bit : octet))
}

const ANY: readonly Change[] = [
  () => new Uint8Array(),
  (content, random) => content.subarray(random(content.length || 1)),
  (content, random) => content.subarray(0, random(content.length || 1)),
  (content, random) => concat(content, Uint8Array.of(random(256))),
  (content, random) => concat(Uint8Array.of(random(256)), content),
  content => concat(content, content),
  content => Uint8Array.from(content).reverse(),
  content => new Uint8Array(content.length),
  content => new Uint8Array(content.length).fill(0xff),
  (_, random) => new Uint8Array(random(4096)).fill(random(256)),
  flipBit,
]

/** Around zero, around the borders of one, four and eight octets, and past any number that is counted with. */
const NUMBERS = ['00', '01', '02', '03', 'ff', '7f', '80', '0080', '0100', '7fffffff', '0080000000', '80'.repeat(9)]
const integer: Change = (content, random) => {
  const borders = NUMBERS.map(hex => Buffer.from(hex, 'hex'))
  const nearby = Uint8Array.from(content, (octet, i) =>
    i === content.length - 1 ? octet + (random(2) ? 1 : 255) : octet,
  )
  const same = concat(Uint8Array.of(0), content) // the same number, not in its shortest form or no longer negative
  return oneOf([...borders, nearby, nearby, nearby, same, flipBit(content, random)], random)
}

/** What the reader decides by: algorithms, content types, attributes, extensions, purposes. */
const IDENTIFIERS = [
  '1.2.398.3.10.1.1.2.2|1.2.398.3.10.1.1.2.1|1.2.398.3.10.1.1.1.1|1.2.398.3.10.1.1.2.3.2|1.2.398.3.10.1.1.2.3.1',
  '1.2.398.3.10.1.3.3|1.2.398.3.10.1.3.2|1.2.398.3.10.1.3.1|1.2.643.7.1.1.1.2|1.2.643.7.1.1.3.3|1.2.643.7.1.1.2.3',
  '1.2.840.113549.1.1.1|1.2.840.113549.1.1.5|1.2.840.113549.1.1.11|1.2.840.113549.1.1.13|1.2.840.113549.1.1.10',
  '1.2.840.10045.2.1|1.2.840.10045.4.3.2|1.3.14.3.2.26|2.16.840.1.101.3.4.2.1|2.16.840.1.101.3.4.2.3',
  '1.2.840.113549.1.7.1|1.2.840.113549.1.7.2|1.2.840.113549.1.9.16.1.4|1.3.6.1.5.5.7.48.1.1|1.3.6.1.5.5.7.48.1.2',
  '1.2.840.113549.1.9.3|1.2.840.113549.1.9.4|1.2.840.113549.1.9.5|1.2.840.113549.1.9.16.2.12',
  '1.2.840.113549.1.9.16.2.47|1.2.840.113549.1.9.16.2.14|1.2.840.113549.1.9.16.2.24',
  '2.5.29.15|2.5.29.19|2.5.29.37|2.5.29.14|2.5.29.35|2.5.29.30|2.5.29.36|2.5.29.54|2.5.29.20|2.5.29.27|2.5.29.28|2.5.29.29',
  '1.3.6.1.5.5.7.3.4|1.3.6.1.5.5.7.3.2|1.3.6.1.5.5.7.3.8|1.3.6.1.5.5.7.3.9|2.5.29.37.0|1.2.398.3.3.4.1.1|1.2.3',
].flatMap(line => line.split('|').map(encodeOid))

const identifier: Change = (content, random) => (random(3) > 0 ? oneOf(IDENTIFIERS, random) : flipBit(content, random))

const time: Change = (content, random) => {
  const at = random(content.length || 1)
  const digit = 0x30 + random(10)
  return Uint8Array.from(content, (octet, i) => (i === at ? digit : octet))
}

const flag: Change = (content, random) =>
  oneOf([Uint8Array.of(0), Uint8Array.of(0xff), Uint8Array.of(1), content], random)

const bits: Change = (content, random) =>
  random(3) === 0 ? concat(Uint8Array.of(random(9)), content.subarray(1)) : flipBit(content, random)

const BY_TYPE: ReadonlyMap<number, Change> = new Map([
  [INTEGER, integer],
  [OBJECT_IDENTIFIER, identifier],
  [UTC_TIME, time],
  [GENERALIZED_TIME, time],
  [BOOLEAN, flag],
  [BIT_STRING, bits],
])
