import { describe, expect, it } from 'vitest'
import { TODAY } from '../test-authority.ts'
import { giveUpAt, nextTry } from './hold.ts'

const END = giveUpAt(TODAY, 24)
const after = (seconds: number) => new Date(TODAY.getTime() + seconds * 1000)

describe('a signature that cannot be checked', () => {
  it('is tried again after pauses that double, up to five minutes', () => {
    const pauses = Array.from({ length: 9 }, (_, tries) => nextTry({ tries, giveUpAt: END }, TODAY))
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300].map(after))
  })

  it('is tried a last time at the very end', () => {
    expect(nextTry({ tries: 9, giveUpAt: END }, new Date(END.getTime() - 1000))).toEqual(END)
  })

  it('is given up at the end and ever after, not before', () => {
    expect(nextTry({ tries: 0, giveUpAt: END }, new Date(END.getTime() - 1))).toEqual(END)
    expect(nextTry({ tries: 0, giveUpAt: END }, END)).toBe('give-up')
    expect(nextTry({ tries: 500, giveUpAt: END }, after(10 * 86_400))).toBe('give-up')
  })
})
