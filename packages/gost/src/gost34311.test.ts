// GOST 34.311-95 against RFC 5831 and against independent implementations, whole and piece by piece.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createGost34311, gost34311 } from './gost34311.ts'

type Published = { from: string; set: 'test' | 'cryptopro'; text: string; digest: string }
type Repeated = { octet: string; count: number; test: string; cryptopro: string }

const examplesOf = <T>(file: string): T[] =>
  JSON.parse(readFileSync(new URL(`../vectors/${file}`, import.meta.url), 'utf8')).examples
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

function digestOf(set: 'test' | 'cryptopro', message: Uint8Array): string {
  const hash = createGost34311(set)
  hash.update(message)
  return hex(hash.digest())
}

describe('gost34311', () => {
  for (const { from, set, text, digest } of examplesOf<Published>('gost34311.json'))
    it(`hashes '${text}' with the ${set} parameters as ${from} has it`, () =>
      expect(digestOf(set, Buffer.from(text))).toBe(digest))

  for (const { octet, count, test, cryptopro } of examplesOf<Repeated>('gost34311-repeated.json'))
    it(`hashes ${count} octets ${octet} as libnettle does`, () => {
      const message = new Uint8Array(count).fill(Number.parseInt(octet, 16))
      expect([digestOf('test', message), digestOf('cryptopro', message)]).toEqual([test, cryptopro])
    })

  it('has the test parameters unless it is told otherwise', () => {
    const message = Buffer.from('This is message, length=32 bytes')
    expect(hex(gost34311(message))).toBe(digestOf('test', message))
  })

  it('does not care how a message is cut into pieces', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 80 }), { maxLength: 6 })
    fc.assert(
      fc.property(pieces, parts => {
        const hash = createGost34311('test')
        for (const part of parts) hash.update(part)
        expect(hex(hash.digest())).toBe(hex(gost34311(Buffer.concat(parts))))
      }),
      { seed: 5831, numRuns: 100 },
    )
  })

  it('answers the digest so far and then takes more', () => {
    const hash = createGost34311('test')
    hash.update(Buffer.from('abc'))
    expect(hex(hash.digest())).toBe(hex(gost34311(Buffer.from('abc'))))
    hash.update(Buffer.from('def'))
    expect(hex(hash.digest())).toBe(hex(gost34311(Buffer.from('abcdef'))))
  })

  it('keeps two hashes apart, be their parameters the same or not', () => {
    const [one, other, third] = [createGost34311('test'), createGost34311('test'), createGost34311('cryptopro')]
    one.update(new Uint8Array(40))
    other.update(Buffer.from('abc'))
    third.update(Buffer.from('abc'))
    expect(hex(one.digest())).toBe(digestOf('test', new Uint8Array(40)))
    expect(hex(other.digest())).toBe(digestOf('test', Buffer.from('abc')))
    expect(hex(third.digest())).toBe(digestOf('cryptopro', Buffer.from('abc')))
  })

  it('tells a message from the same one with zeros behind it', () => {
    const digests = [0, 1, 31, 32].map(count => hex(gost34311(new Uint8Array(count))))
    expect(new Set(digests).size).toBe(4)
  })

  it('reads only the bytes of a view, not those around it', () => {
    const view = new Uint8Array(300).fill(7).subarray(3, 203)
    expect(hex(gost34311(view))).toBe(hex(gost34311(new Uint8Array(200).fill(7))))
  })
})
