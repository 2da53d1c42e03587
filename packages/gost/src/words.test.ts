// Sums with carries, and a message cut into blocks wherever its pieces end.
import { describe, expect, it } from 'vitest'
import { addNumber, addWords, cutIntoBlocks, readWords, writeWords } from './words.ts'

const words = (...values: readonly number[]) => Int32Array.from(values)

describe('a sum of words', () => {
  it('carries from word to word and loses what does not fit', () => {
    const sum = words(-1, -1, 5)
    addWords(sum, words(1, 0, 0))
    expect(sum).toEqual(words(0, 0, 6))
    addWords(sum, words(0, 0, -6))
    expect(sum).toEqual(words(0, 0, 0))
  })

  it('carries a number as well', () => {
    const sum = words(-8, -1, -1)
    addNumber(sum, 8)
    expect(sum).toEqual(words(0, 0, 0))
    addNumber(sum, 0xffffffff)
    expect(sum).toEqual(words(-1, 0, 0))
  })
})

it('words are octets, least significant first', () => {
  const octets = Uint8Array.of(1, 2, 3, 4, 255, 0, 0, 128)
  expect(readWords(octets)).toEqual(words(0x04030201, -0x7fffff01))
  expect(writeWords(readWords(octets))).toEqual(octets)
})

describe('a message', () => {
  const message = Uint8Array.from({ length: 11 }, (_, i) => i)

  for (const cut of [0, 1, 3, 4, 5, 8, 11])
    it(`of 11 octets cut after ${cut} has two blocks of 4 and a rest of 3`, () => {
      const blocks: number[][] = []
      const { push, rest } = cutIntoBlocks(4, block => blocks.push([...block]))
      push(message.subarray(0, cut))
      push(message.subarray(cut))
      expect(blocks).toEqual([
        [0, 1, 2, 3],
        [4, 5, 6, 7],
      ])
      expect([...rest()]).toEqual([8, 9, 10])
    })
})
