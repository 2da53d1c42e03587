// What an authority of time answers, good and hostile. RFC 3161 §2.4.2.
import { describe, expect, it } from 'vitest'
import { bitString, integer, octetString, sequence, utf8String } from '../der/write.ts'
import { readTimestampResponse } from './timestamp-response.ts'

const token = sequence(integer(5)) // any SEQUENCE: it is only taken out
const bit = (n: number) => {
  const bytes = new Uint8Array((n >> 3) + 1)
  bytes[n >> 3] = 0x80 >> (n & 7)
  return bitString(bytes, 7 - (n & 7))
}

describe('a response', () => {
  it.each([0, 1])('that grants (%i) holds the token', status => {
    expect(readTimestampResponse(sequence(sequence(integer(status)), token))).toEqual({ granted: true, token })
  })

  for (const [what, information, expected] of [
    ['without a word', [integer(2)], ['rejection', undefined]],
    ['with a text', [integer(2), sequence(utf8String('жоқ'))], ['rejection', undefined]],
    ['for the algorithm', [integer(2), bit(0)], ['rejection', 'bad-algorithm']],
    ['for the policy', [integer(2), sequence(utf8String('no')), bit(15)], ['rejection', 'unaccepted-policy']],
    ['because it cannot', [integer(2), bit(25)], ['rejection', 'system-failure']],
    ['for a reason nobody knows', [integer(2), bit(30)], ['rejection', undefined]],
    ['for now', [integer(3)], ['waiting', undefined]],
    ['because it is about to be revoked', [integer(4)], ['revocation-warning', undefined]],
    ['because it is revoked', [integer(5)], ['revocation-notification', undefined]],
  ] as const)
    it(`refuses ${what}`, () => {
      const [status, failure] = expected
      const response = readTimestampResponse(sequence(sequence(...information)))
      expect(response).toEqual({ granted: false, status, failure })
    })

  for (const [because, bytes] of [
    ['it is empty', new Uint8Array()],
    ['it is a page', new TextEncoder().encode('<html>')],
    ['it grants and holds no token', sequence(sequence(integer(0)))],
    ['it refuses and holds a token', sequence(sequence(integer(2)), token)],
    ['there is no such status', sequence(sequence(integer(6)))],
    ['the status is negative', sequence(sequence(integer(-1)))],
    ['the text is not a text', sequence(sequence(integer(2), sequence(octetString(new Uint8Array()))))],
    ['something follows the token', sequence(sequence(integer(0)), token, integer(1))],
    ['something follows the status', sequence(sequence(integer(0), integer(1)), token)],
  ] as const)
    it(`is refused with timestamp-invalid: ${because}`, () =>
      expect(() => readTimestampResponse(bytes)).toThrow(
        expect.objectContaining({ name: 'EdsError', code: 'timestamp-invalid' }),
      ))
})
