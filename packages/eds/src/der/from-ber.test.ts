// BER of old tools, and what no rewriting makes DER. ITU-T X.690 §8.1.3, §8.6.4, §8.7.3.
import { describe, expect, it } from 'vitest'
import { fromBer } from './from-ber.ts'
import { readDer } from './read.ts'
import { concat, element, octetString, sequence } from './write.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')
const hexOf = (octets: Uint8Array) => Buffer.from(octets).toString('hex')

describe('BER rewritten as DER', () => {
  for (const [ber, der, because] of [
    ['3003020105', '3003020105', 'DER stays as it is'],
    ['30800201050000', '3003020105', 'an indefinite length becomes definite'],
    ['3080308002010500000000', '30053003020105', 'one inside another, too'],
    ['30800000', '3000', 'of nothing at all, too'],
    ['a0800201050000', 'a003020105', 'under a tag of the context, too'],
    ['308100', '3000', 'a length gets the fewest octets'],
    ['308400000003020105', '3003020105', 'whatever zeros it was padded with'],
    ['2406040101040102', '04020102', 'an OCTET STRING in pieces is one'],
    ['24800401010401020000', '04020102', 'of indefinite length, too'],
    ['2480248004010100000401020000', '04020102', 'and pieces of pieces'],
    ['24800000', '0400', 'and of no pieces'],
    ['2380030200ff030204f00000', '030304fff0', 'a BIT STRING in pieces keeps the unused bits of the last'],
    ['23800000', '030100', 'and has none without pieces'],
    ['3106020105020104', '3106020105020104', 'a SET is not sorted: it may be signed as it is'],
  ] as const)
    it(`${ber} is ${der}: ${because}`, () => {
      expect(hexOf(fromBer(bytes(ber)))).toBe(der)
      expect(hexOf(readDer(fromBer(bytes(ber))).encoded)).toBe(der)
    })

  for (const [ber, code, offset, because] of [
    ['', 'truncated', 0, 'there is nothing'],
    ['3080020105', 'truncated', 5, 'the end is not there'],
    ['308002010500', 'tag-unsupported', 6, 'half of the end is not there'],
    ['308002010500000000', 'trailing-bytes', 7, 'an end too many'],
    ['30030201050000', 'trailing-bytes', 5, 'an end where the length told it'],
    ['0280010500', 'length-indefinite', 2, 'a primitive element needs a length'],
    ['24800201050000', 'form-wrong', 7, 'a piece is of another type'],
    ['2380030201fe030200ff0000', 'bits-malformed', 12, 'bits are left over in the middle'],
    ['1f8101020105', 'tag-unsupported', 1, 'nothing read here has a high tag number'],
    ['3089000000000000000003020105', 'length-too-long', 11, 'nine octets of length'],
    ['30ff', 'truncated', 2, 'the count is reserved'],
  ] as const)
    it(`${ber || 'nothing'} is refused at byte ${offset}: ${because}`, () =>
      expect(() => fromBer(bytes(ber))).toThrow(expect.objectContaining({ name: 'DerError', code, offset })))

  it('leaves what DER forbids otherwise to the reader', () => {
    const truth = fromBer(bytes('30800101010000'))
    expect(() => readDer(truth)).toThrow(expect.objectContaining({ code: 'boolean-malformed' }))
  })

  for (const [what, input, code] of [
    ['more octets than the limit', octetString(new Uint8Array(100)), 'too-large'],
    ['more elements than the limit', sequence(sequence(), sequence(), sequence(), sequence()), 'too-many'],
    ['more levels than the limit', bytes('30803080308030800000000000000000'), 'too-deep'],
  ] as const)
    it(`refuses ${what}`, () =>
      expect(() => fromBer(input, { bytes: 64, depth: 2, elements: 4 })).toThrow(expect.objectContaining({ code })))

  it('joins a large document from its pieces', () => {
    const piece = octetString(new Uint8Array(1000).fill(7))
    const pieces = Array.from({ length: 10_000 }, () => piece)
    const joined = fromBer(concat(bytes('2480'), ...pieces, bytes('0000')))
    expect(Buffer.compare(joined, element(0x04, new Uint8Array(10_000_000).fill(7)))).toBe(0)
  })
})
