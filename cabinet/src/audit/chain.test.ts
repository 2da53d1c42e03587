// The bytes that are hashed, as written down in decision 12: another implementation must come to the same.
import { describe, expect, it } from 'vitest'
import { BEGINNING, type Line, linkHash } from './chain.ts'

const LINE: Line = {
  position: '1',
  at: '1781586000000000',
  act: 'signed-in',
  actor_kind: 'person',
  actor: null,
  iin: '851315400107',
  application: null,
  outcome: 'eds',
  request: null,
}

describe('a link of the chain', () => {
  it('has the hash that the published bytes give', () => {
    expect(linkHash(BEGINNING, 1n, LINE).toString('hex')).toBe(
      '01d077b5dc21b387c860269d885c9daee66db6111ece4b9b29144b8edd4ea2f2',
    )
  })

  for (const [what, other] of [
    ['a value is another', { outcome: 'qr' }],
    ['a value moves to the next column', { act: 'signed-inperson', actor_kind: '' }],
    ['nothing becomes an empty text', { actor: '' }],
    ['a microsecond passes', { at: '1781586000000001' }],
    ['it is another line', { position: '2' }],
  ] as const satisfies readonly (readonly [string, Partial<Line>])[])
    it(`has another hash when ${what}`, () => {
      expect(linkHash(BEGINNING, 1n, { ...LINE, ...other })).not.toEqual(linkHash(BEGINNING, 1n, LINE))
    })

  it('has another hash at another place, and after another link', () => {
    const hashes = [
      linkHash(BEGINNING, 1n, LINE),
      linkHash(BEGINNING, 2n, LINE),
      linkHash(linkHash(BEGINNING, 1n, LINE), 1n, LINE),
    ]
    expect(new Set(hashes.map(hash => hash.toString('hex'))).size).toBe(3)
  })
})
