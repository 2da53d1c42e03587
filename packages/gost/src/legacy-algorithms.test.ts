// Identifiers of 2004: known here, unknown to whoever asks for those of today, and read as strictly.
import { describe, expect, it } from 'vitest'
import { digestAlgorithm, keyAlgorithm, signatureAlgorithm } from './algorithms.ts'
import { CRYPTOPRO_A } from './curve-parameters.ts'
import { gost34311 } from './gost34311.ts'
import { writeBigEndian, writeLittleEndian } from './integer-bytes.ts'
import { publicKeyOf } from './keys.ts'
import { KZ } from './layout.ts'
import { legacyDigestAlgorithm, legacyKeyAlgorithm, legacySignatureAlgorithm } from './legacy-algorithms.ts'
import { signDigest } from './sign.ts'
import { verifyDigest } from './verify.ts'

const KEY = '1.2.398.3.10.1.1.1.1'
const SET_A = '1.2.398.3.10.1.1.1.1.1'
const SIGNATURE = '1.2.398.3.10.1.1.1.2'
const DIGEST = '1.2.398.3.10.1.3.1'

describe('GOST 34.310-2004', () => {
  it('has keys on CryptoPro-A, the Kazakh layout and GOST 34.311-95', () =>
    expect(legacyKeyAlgorithm(KEY, SET_A)).toEqual({ layout: KZ, curve: CRYPTOPRO_A, digest: 'gost34311' }))

  it('has signatures of two halves of 32 octets', () =>
    expect(legacySignatureAlgorithm(SIGNATURE)).toEqual({ layout: KZ, digest: 'gost34311', bytes: 32 }))

  it('is not among the algorithms of today', () => {
    expect(keyAlgorithm(KEY, SET_A)).toBeUndefined()
    expect(signatureAlgorithm(SIGNATURE)).toBeUndefined()
    expect(digestAlgorithm(DIGEST)).toBeUndefined()
    expect(digestAlgorithm(`${DIGEST}.1.0`)).toBeUndefined()
  })

  for (const [key, set, because] of [
    [KEY, `${KEY}.2`, 'the curve of set B is not known'],
    [KEY, '1.2.643.2.2.35.1', 'the parameter set is of the other arc'],
    [KEY, '1.2.398.3.10.1.1.2.1.1', 'the parameter set is of 2015'],
    ['1.2.398.3.10.1.1.2.1', '1.2.398.3.10.1.1.2.1.1', 'it is of 2015'],
    [SIGNATURE, SET_A, 'it is a signature algorithm'],
    ['1.2.643.2.2.19', SET_A, 'it is the Russian key of 2001'],
    ['constructor', 'constructor', 'it is no identifier'],
  ] as const)
    it(`does not know ${key} with ${set}: ${because}`, () => expect(legacyKeyAlgorithm(key, set)).toBeUndefined())

  for (const [oid, because] of [
    [KEY, 'it is a key'],
    ['1.2.398.3.10.1.1.2.3.1', 'it is of 2015'],
    ['1.3.6.1.4.1.6801.1.2.2', 'no signature of Gamma was found to prove it'],
    ['1.2.643.2.2.3', 'it is the Russian one of 2001'],
  ] as const)
    it(`does not know the signature ${oid}: ${because}`, () => expect(legacySignatureAlgorithm(oid)).toBeUndefined())

  for (const [oid, name] of [
    [DIGEST, 'gost34311'],
    [`${DIGEST}.1.0`, 'gost34311'], // the test substitution
    [`${DIGEST}.1.1`, undefined], // "parameter 1", never seen
    ['1.2.643.2.2.9', undefined], // the Russian one, with the substitution of CryptoPro
    ['1.2.398.3.10.1.3.2', undefined], // Streebog
  ] as const)
    it(`takes the digest ${oid} as ${name ?? 'unknown'}`, () => expect(legacyDigestAlgorithm(oid)).toBe(name))
})

describe('octets of GOST 34.310-2004', () => {
  const { p, q, x, y } = CRYPTOPRO_A
  const le = (n: bigint): Buffer => Buffer.from(writeLittleEndian(n, 32))
  const pair = (left: bigint, right: bigint): Buffer => Buffer.concat([le(left), le(right)])
  const reversed = Buffer.concat([writeBigEndian(x, 32), writeBigEndian(y, 32)])

  it('verify when they were signed here, and not for another message', () => {
    const key = { curve: CRYPTOPRO_A, d: 0xc0ffeen }
    const e = (text: string): bigint => KZ.digestToNumber(gost34311(Buffer.from(text)))
    const signature = signDigest(key, e('one'), length => new Uint8Array(length).fill(5))
    const bytes = KZ.writeSignature(CRYPTOPRO_A, signature)
    expect(bytes.length).toBe(64)
    expect(verifyDigest(publicKeyOf(key), e('one'), KZ.readSignature(CRYPTOPRO_A, bytes))).toBe(true)
    expect(verifyDigest(publicKeyOf(key), e('two'), KZ.readSignature(CRYPTOPRO_A, bytes))).toBe(false)
  })

  for (const [what, bytes, code] of [
    ['r = 0', pair(0n, 1n), 'signature-out-of-range'],
    ['s = 0', pair(1n, 0n), 'signature-out-of-range'],
    ['r = q', pair(q, 1n), 'signature-out-of-range'],
    ['s = q', pair(1n, q), 'signature-out-of-range'],
    ['all ones', new Uint8Array(64).fill(0xff), 'signature-out-of-range'],
    ['an octet too few', pair(1n, 1n).subarray(1), 'signature-length'],
    ['an octet too many', Buffer.concat([pair(1n, 1n), Buffer.alloc(1)]), 'signature-length'],
    ['the length of 2015', new Uint8Array(128).fill(1), 'signature-length'],
    ['no octets', new Uint8Array(0), 'signature-length'],
  ] as const)
    it(`are no signature with ${what}`, () =>
      expect(() => KZ.readSignature(CRYPTOPRO_A, bytes)).toThrow(expect.objectContaining({ code })))

  for (const [what, bytes, code] of [
    ['no octets', new Uint8Array(0), 'key-length'],
    ['63 octets', pair(x, y).subarray(1), 'key-length'],
    ['65 octets', Buffer.concat([Buffer.of(4), pair(x, y)]), 'key-length'],
    ['the octets of a key of 2015', new Uint8Array(128).fill(1), 'key-length'],
    ['zeros', new Uint8Array(64), 'key-not-on-curve'],
    ['a point beside the curve', pair(x, y + 1n), 'key-not-on-curve'],
    ['y‖x', pair(y, x), 'key-not-on-curve'],
    ['big-endian coordinates', reversed, 'key-not-on-curve'],
    ['x = p', pair(p, y), 'key-out-of-range'],
    ['x + p, which fits the octets', pair(x + p, y), 'key-out-of-range'],
  ] as const)
    it(`are no key with ${what}`, () =>
      expect(() => KZ.readPublicKey(CRYPTOPRO_A, bytes)).toThrow(expect.objectContaining({ code })))
})
