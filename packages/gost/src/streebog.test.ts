// Streebog against RFC 6986 and against an independent implementation, whole and piece by piece.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createStreebog, streebog256, streebog512 } from './streebog.ts'

type Digests = { streebog256: string; streebog512: string }

const examplesOf = <T>(file: string): (T & Digests)[] =>
  JSON.parse(readFileSync(new URL(`../vectors/${file}`, import.meta.url), 'utf8')).examples
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

describe('streebog', () => {
  for (const { name, message, ...digests } of examplesOf<{ name: string; message: string }>('rfc6986.json'))
    it(`hashes ${name} of RFC 6986 to the digests printed there`, () => {
      const bytes = Buffer.from(message, 'hex')
      expect({ streebog512: hex(streebog512(bytes)), streebog256: hex(streebog256(bytes)) }).toEqual(digests)
    })

  for (const { octet, count, ...digests } of examplesOf<{ octet: string; count: number }>('streebog-gost-engine.json'))
    it(`hashes ${count} octets ${octet} as gost-engine does`, () => {
      const bytes = new Uint8Array(count).fill(Number.parseInt(octet, 16))
      expect({ streebog512: hex(streebog512(bytes)), streebog256: hex(streebog256(bytes)) }).toEqual(digests)
    })

  it('does not care how a message is cut into pieces', () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 6 })
    fc.assert(
      fc.property(pieces, parts => {
        const hash = createStreebog(512)
        for (const part of parts) hash.update(part)
        expect(hex(hash.digest())).toBe(hex(streebog512(Buffer.concat(parts))))
      }),
      { seed: 6986, numRuns: 100 },
    )
  })

  it('answers the digest so far and then takes more', () => {
    const hash = createStreebog(256)
    hash.update(Buffer.from('abc'))
    expect(hex(hash.digest())).toBe(hex(streebog256(Buffer.from('abc'))))
    hash.update(Buffer.from('def'))
    expect(hex(hash.digest())).toBe(hex(streebog256(Buffer.from('abcdef'))))
  })

  it('reads only the bytes of a view, not those around it', () => {
    const around = new Uint8Array(300).fill(7)
    const view = around.subarray(3, 203)
    expect(hex(streebog512(view))).toBe(hex(streebog512(new Uint8Array(200).fill(7))))
  })
})
