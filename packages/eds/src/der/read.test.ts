// Trees, good and hostile. ITU-T X.690 §8 to §11.
import { describe, expect, it } from 'vitest'
import { readDer } from './read.ts'
import { concat, element, integer, octetString, sequence } from './write.ts'

const bytes = (hex: string) => Buffer.from(hex, 'hex')

describe('the DER reader', () => {
  it('answers the tree with offsets counted from the start of the input', () => {
    const root = readDer(bytes('3006020105020106'))
    expect(root.children.map(({ tag, offset }) => [tag, offset])).toEqual([
      [2, 2],
      [2, 5],
    ])
  })

  it('keeps the octets of every element as they stand', () => {
    const inner = sequence(integer(5))
    expect(readDer(sequence(inner, inner)).children[1]?.encoded).toEqual(inner)
  })

  it('does not look inside an OCTET STRING', () => {
    expect(readDer(octetString(bytes('ffff'))).children).toEqual([])
  })

  for (const [hex, code, offset, because] of [
    ['', 'truncated', 0, 'there is nothing'],
    ['30', 'truncated', 1, 'there is no length'],
    ['3003020105ff', 'trailing-bytes', 5, 'an octet follows'],
    ['30030201', 'truncated', 2, 'the content is cut'],
    ['3003020205', 'truncated', 4, 'an inner element reaches past its outer one'],
    ['30800201050000', 'length-indefinite', 2, 'BER allows it, DER does not'],
    ['1f8101020105', 'tag-unsupported', 1, 'nothing read here has a high tag number'],
    ['30020000', 'tag-unsupported', 3, 'end-of-contents belongs to the indefinite form'],
    ['1003020105', 'form-wrong', 1, 'a SEQUENCE is constructed'],
    ['2403040105', 'form-wrong', 1, 'a string in DER is in one piece'],
    ['2203020105', 'form-wrong', 1, 'an INTEGER is primitive'],
    ['010101', 'boolean-malformed', 2, 'TRUE is FF'],
    ['01020000', 'boolean-malformed', 2, 'a BOOLEAN is one octet'],
    ['0200', 'integer-malformed', 2, 'an INTEGER has an octet'],
    ['02020005', 'integer-malformed', 2, 'a leading zero octet says nothing'],
    ['0202ff80', 'integer-malformed', 2, 'a leading FF octet says nothing'],
    ['0300', 'bits-malformed', 2, 'the count of unused bits is missing'],
    ['030101', 'bits-malformed', 2, 'bits are unused where there are none'],
    ['03020800', 'bits-malformed', 2, 'eight bits are an octet'],
    ['03020101', 'bits-malformed', 2, 'an unused bit is set'],
    ['050100', 'null-malformed', 2, 'NULL is empty'],
    ['0600', 'oid-malformed', 2, 'an identifier has an arc'],
    ['060180', 'oid-malformed', 2, 'an arc is not finished'],
    ['0603800101', 'oid-malformed', 2, 'an arc begins with a needless octet'],
  ] as const)
    it(`refuses ${hex || 'nothing'} at byte ${offset}: ${because}`, () =>
      expect(() => readDer(bytes(hex))).toThrow(expect.objectContaining({ name: 'DerError', code, offset })))

  for (const [what, input, code] of [
    ['more octets than the limit', octetString(new Uint8Array(100)), 'too-large'],
    ['more elements than the limit', sequence(integer(1), integer(2), integer(3), integer(4)), 'too-many'],
    ['more levels than the limit', sequence(sequence(sequence(sequence()))), 'too-deep'],
  ] as const)
    it(`refuses ${what}`, () =>
      expect(() => readDer(input, { bytes: 64, depth: 2, elements: 4 })).toThrow(expect.objectContaining({ code })))

  it('refuses an object identifier that would take long to read', () => {
    const endless = element(0x06, concat(new Uint8Array(1_000_000).fill(0xff), Uint8Array.of(0x01)))
    expect(() => readDer(endless)).toThrow(expect.objectContaining({ code: 'oid-malformed' }))
  })
})
