// When two names are the same. RFC 5280 §7.1.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { element, explicit, ia5String, oid, printableString, sequence, setOf, utf8String } from '../der/write.ts'
import { comparableRelativeName } from './comparable-name.ts'
import { readGeneralNames } from './general-name.ts'
import { isWithin, readName, sameName } from './name.ts'

const CN = '2.5.4.3'
const attribute = (dotted: string, value: Uint8Array) => sequence(oid(dotted), value)
const named = (...values: readonly Uint8Array[]) =>
  readName(readDer(sequence(...values.map(value => setOf(attribute(CN, value))))))
const oneSet = (...attributes: readonly Uint8Array[]) => readName(readDer(sequence(setOf(...attributes))))
const printable = (text: string) => named(printableString(text))
const utf8 = (text: string) => named(utf8String(text))
const latin = (octet: number) => element(0x14, Uint8Array.of(octet))
const bmp = (text: string) => element(0x1e, Buffer.from(text, 'utf16le').swap16())

describe('names are the same', () => {
  for (const [what, a, b] of [
    ['octet for octet', utf8('ҰЛТТЫҚ'), utf8('ҰЛТТЫҚ')],
    ['whatever their case', printable('Good CA'), printable('gOOD cA')],
    ['whatever the case of Kazakh letters', utf8('ҰЛТТЫҚ КУӘЛАНДЫРУШЫ'), utf8('ұлттық куәландырушы')],
    ['in PrintableString and in UTF8String', printable('Good CA'), utf8('good CA')],
    ['whatever spaces stand around and between words', printable('  Good   CA '), utf8('Good CA')],
    ['composed and decomposed', utf8('Й'), utf8('Й'.normalize('NFD'))],
    ['whatever the case of a domain component', named(ia5String('EXAMPLE')), named(ia5String('example'))],
    [
      'whatever the order inside a relative name',
      oneSet(attribute(CN, utf8String('a')), attribute('2.5.4.10', utf8String('b'))),
      oneSet(attribute('2.5.4.10', utf8String('B')), attribute(CN, utf8String('A'))),
    ],
    ['in a type that is not folded, octet for octet', named(latin(0xe9)), named(latin(0xe9))],
    ['with nothing in them', named(), named()],
  ] as const)
    it(what, () => expect(sameName(a, b)).toBe(true))
})

describe('names are not the same', () => {
  for (const [what, a, b] of [
    ['with another value', utf8('ROOT'), utf8('ROOTS')],
    ['when one word is two', utf8('GoodCA'), utf8('Good CA')],
    ['of another attribute', utf8('KZ'), oneSet(attribute('2.5.4.6', utf8String('KZ')))],
    ['in another order', named(utf8String('a'), utf8String('b')), named(utf8String('b'), utf8String('a'))],
    ['when one continues', named(utf8String('a')), named(utf8String('a'), utf8String('b'))],
    [
      'when two relative names are one',
      oneSet(attribute(CN, utf8String('a')), attribute(CN, utf8String('b'))),
      named(utf8String('a'), utf8String('b')),
    ],
    ['when letters only look alike', utf8('COCO'), utf8('СОСО')],
    ['by case, in a type that is compared by octets', named(bmp('Root')), named(bmp('ROOT'))],
    ['in a folded and in another type', utf8('Root'), named(bmp('Root'))],
    ['by case, with a hidden character', utf8('Ro\u200bot'), utf8('ro\u200bot')],
    ['but for a hidden character', utf8('Ro\u200bot'), utf8('Root')],
    [
      'by a value that pretends to be two',
      utf8('a"+2.5.4.3="b'),
      oneSet(attribute(CN, utf8String('a')), attribute(CN, utf8String('b'))),
    ],
  ] as const)
    it(what, () => expect(sameName(a, b)).toBe(false))
})

describe('a name longer than a certificate may be', () => {
  const long = utf8String('\ufdfa'.repeat(6000)) // one character that is eighteen when it is prepared

  it('is refused before it is prepared for comparison', () => {
    expect(() => named(long)).toThrow(expect.objectContaining({ code: 'too-large', offset: 0 }))
    expect(() => comparableRelativeName(readDer(setOf(attribute(CN, long))))).toThrow(/too-large/)
  })

  it('is refused among alternative names', () => {
    const directories = Array.from({ length: 3 }, () =>
      explicit(4, sequence(setOf(attribute(CN, utf8String('a'.repeat(6000)))))),
    )
    expect(() => readGeneralNames(readDer(sequence(...directories)))).toThrow(/too-large/)
  })
})

describe('a name stands in the subtree', () => {
  const whole = named(utf8String('a'), utf8String('b'))
  for (const [what, base, within] of [
    ['of its first relative names', named(utf8String('A')), true],
    ['of itself', whole, true],
    ['of the empty name', named(), true],
    ['not of its last relative name', named(utf8String('b')), false],
    ['not of a longer name', named(utf8String('a'), utf8String('b'), utf8String('c')), false],
  ] as const)
    it(what, () => expect(isWithin(whole, base)).toBe(within))
})
