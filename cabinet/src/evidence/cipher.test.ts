// Bytes under a key: nothing that was changed, moved or sealed by another key opens.
import { describe, expect, it } from 'vitest'
import { decrypt, encrypt, OVERHEAD } from './cipher.ts'

const KEY = Buffer.alloc(32, 7)
const PLACE = ['evidence', '851315400107', '1-ОЖ', 'statement', 0]
const PLAIN = Buffer.from('what was signed')
const sealed = encrypt(KEY, PLACE, PLAIN)

const changed = (at: number) => Buffer.from(sealed.map((octet, i) => (i === at ? octet ^ 1 : octet)))

describe('bytes under a key', () => {
  it('open with that key in that place, and are never the same twice', () => {
    expect(decrypt(KEY, PLACE, sealed)).toEqual(PLAIN)
    expect(sealed.length).toBe(PLAIN.length + OVERHEAD)
    expect(encrypt(KEY, PLACE, PLAIN)).not.toEqual(sealed)
    expect(decrypt(KEY, PLACE, encrypt(KEY, PLACE, Buffer.of()))).toEqual(Buffer.of())
  })

  for (const [what, at] of [
    ['version', 0],
    ['nonce', 1],
    ['ciphertext', 13],
    ['tag', sealed.length - 1],
  ] as const)
    it(`do not open when one bit of the ${what} was changed`, () =>
      expect(decrypt(KEY, PLACE, changed(at))).toBeUndefined())

  for (const [what, key, place, bytes] of [
    ['another key', Buffer.alloc(32, 8), PLACE, sealed],
    ['another person', KEY, PLACE.with(1, '781515300300'), sealed],
    ['another withdrawal', KEY, PLACE.with(2, '2-ОЖ'), sealed],
    ['another piece', KEY, PLACE.with(3, 'signature'), sealed],
    ['another position', KEY, PLACE.with(4, 1), sealed],
    ['a position as text', KEY, PLACE.with(4, '0'), sealed],
    ['parts cut elsewhere', KEY, ['evidence', '8513154001071-ОЖ', 'statement', 0], sealed],
    ['an octet less', KEY, PLACE, sealed.subarray(0, -1)],
    ['an octet more', KEY, PLACE, Buffer.concat([sealed, Buffer.of(0)])],
    ['nothing', KEY, PLACE, Buffer.of()],
    ['the tag alone', KEY, PLACE, sealed.subarray(0, OVERHEAD - 1)],
  ] as const)
    it(`do not open with ${what}`, () => expect(decrypt(key, place, bytes)).toBeUndefined())
})
