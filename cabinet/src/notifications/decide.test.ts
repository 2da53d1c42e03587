import { describe, expect, it } from 'vitest'
import { keepTrying, nextTry } from './decide.ts'

const NOW = new Date('2026-06-16T07:00:00Z')
const seconds = (count: number) => new Date(NOW.getTime() + count * 1_000)

describe('when to try again', () => {
  for (const [is, tries, pause] of [
    ['code', 1, 2],
    ['code', 2, 4],
    ['code', 3, 8],
    ['code', 4, 10],
    ['code', 40, 10],
    ['notice', 1, 2],
    ['notice', 4, 16],
    ['notice', 9, 512],
    ['notice', 10, 900],
    ['notice', 2_000, 900],
  ] as const)
    it(`a ${is} after ${tries} tries: in ${pause} s`, () => {
      expect(nextTry({ is, tries, until: keepTrying(NOW) }, NOW)).toEqual(seconds(pause))
    })

  it('never once nobody needs it', () => {
    expect(nextTry({ is: 'code', tries: 1, until: seconds(3) }, NOW)).toEqual(seconds(2))
    expect(nextTry({ is: 'code', tries: 1, until: seconds(2) }, NOW)).toBe('give-up')
  })
})
