// Times, good and hostile. RFC 5280 §4.1.2.5.
import { describe, expect, it } from 'vitest'
import { readDer } from './read.ts'
import { readTime } from './time.ts'
import { element } from './write.ts'

const read = (tag: number, text: string) => readTime(readDer(element(tag, Buffer.from(text)))).toISOString()

describe('a time in a certificate', () => {
  for (const [tag, text, iso] of [
    [0x17, '261122143000Z', '2026-11-22T14:30:00.000Z'],
    [0x17, '500101000000Z', '1950-01-01T00:00:00.000Z'],
    [0x17, '491231235959Z', '2049-12-31T23:59:59.000Z'],
    [0x18, '20500101000000Z', '2050-01-01T00:00:00.000Z'],
  ] as const)
    it(`${text} is ${iso}`, () => expect(read(tag, text)).toBe(iso))

  for (const [tag, text, because] of [
    [0x17, '2611221430Z', 'it has no seconds'],
    [0x17, '261122143000+0500', 'it is not Greenwich'],
    [0x17, '260230000000Z', 'there is no 30 February'],
    [0x17, '261122146000Z', 'there is no 60th minute'],
    [0x17, '261122243000Z', 'there is no 24th hour'],
    [0x18, '20261122143000.5Z', 'it has a fraction'],
    [0x18, '20261122143000', 'its zone is not said'],
    [0x0c, '261122143000Z', 'it is a string'],
  ] as const)
    it(`${text} is refused: ${because}`, () =>
      expect(() => read(tag, text)).toThrow(expect.objectContaining({ code: 'time-malformed' })))
})
