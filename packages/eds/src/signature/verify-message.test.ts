// Signatures by which algorithms, and which do not belong together.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { bitString, integer, octetString, oid, sequence } from '../der/write.ts'
import { algorithm, gostKey, rsaKey } from '../test-keys.ts'
import { MESSAGE, outcome } from './test-outcome.ts'

const GOST = '1.2.398.3.10.1.1.2'
const RSA = '1.2.840.113549.1.1'

const gost = gostKey('message')
const small = gostKey('message', 256)
const rsa = rsaKey('message')
const gostPoint = readDer(gost.publicKey).children[1]?.encoded ?? new Uint8Array()
const otherSet = (set: string) =>
  sequence(algorithm(`${GOST}.2`, sequence(oid(set), oid(gost.digestAlgorithm))), gostPoint)
const gostBits = (bits: Uint8Array) =>
  sequence(algorithm(`${GOST}.2`, sequence(oid(`${GOST}.2.1`), oid(gost.digestAlgorithm))), bitString(bits))

describe('a GOST signature', () => {
  for (const [what, key, change, expected] of [
    ['of 512 bits', gost, {}, 'verified'],
    ['of 256 bits', small, {}, 'verified'],
    ['whose algorithm has no NULL', gost, { algorithm: sequence(oid(gost.signatureAlgorithm)) }, 'verified'],
    [
      'whose algorithm has parameters',
      gost,
      { algorithm: algorithm(gost.signatureAlgorithm, octetString(new Uint8Array())) },
      'algorithm-unsupported',
    ],
    [
      'in CMS named by its key, with the digest beside it',
      gost,
      { algorithm: algorithm(`${GOST}.2`), digest: 'streebog512' },
      'verified',
    ],
    ['in a certificate named by its key', gost, { algorithm: algorithm(`${GOST}.2`) }, 'algorithm-unsupported'],
    [
      'named by a key of the other size',
      gost,
      { algorithm: algorithm(`${GOST}.1`), digest: 'streebog512' },
      'algorithm-unsupported',
    ],
    ['with the digest of the other size', gost, { digest: 'streebog256' }, 'algorithm-mismatch'],
    ['with SHA-256', gost, { digest: 'sha256' }, 'algorithm-mismatch'],
    ['with the algorithm of the other size', gost, { algorithm: algorithm(`${GOST}.3.1`) }, 'algorithm-mismatch'],
    [
      'with the algorithm of the Russian registry',
      gost,
      { algorithm: algorithm('1.2.643.7.1.1.3.3') },
      'algorithm-mismatch',
    ],
    ['with the algorithm of RSA', gost, { algorithm: algorithm(`${RSA}.11`) }, 'algorithm-unsupported'],
    ['on a parameter set that nobody knows', gost, { publicKey: otherSet(`${GOST}.2.9`) }, 'algorithm-unsupported'],
    ['on a parameter set of the other size', gost, { publicKey: otherSet(`${GOST}.1.1`) }, 'algorithm-unsupported'],
    ['one octet short', gost, { signature: gost.sign(MESSAGE).subarray(1) }, 'signature-malformed'],
    ['one octet long', gost, { signature: Uint8Array.of(...gost.sign(MESSAGE), 0) }, 'signature-malformed'],
    ['of nothing', gost, { signature: new Uint8Array() }, 'signature-malformed'],
    ['of zeros', gost, { signature: new Uint8Array(128) }, 'signature-malformed'],
    ['of ones', gost, { signature: new Uint8Array(128).fill(0xff) }, 'signature-malformed'],
    ['in the Russian order', gost, { signature: gost.sign(MESSAGE).toReversed() }, 'signature-invalid'],
    ['of another key', gost, { signature: gostKey('other').sign(MESSAGE) }, 'signature-invalid'],
    [
      'by a key off the curve',
      gost,
      { publicKey: gostBits(octetString(new Uint8Array(128).fill(1))) },
      'signature-invalid',
    ],
    [
      'by a key of the wrong length',
      gost,
      { publicKey: gostBits(octetString(new Uint8Array(127).fill(1))) },
      'signature-invalid',
    ],
    ['by a key that is not wrapped', gost, { publicKey: gostBits(new Uint8Array(128).fill(1)) }, 'signature-invalid'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(key, change)).toBe(expected))
})

const rsaNumbers = (modulus: bigint, exponent: bigint) =>
  sequence(algorithm(`${RSA}.1`), bitString(sequence(integer(modulus), integer(exponent))))
const oddModulus = 2n ** 2047n + 1n

const withParameters = sequence(
  algorithm(`${RSA}.1`, integer(1)),
  readDer(rsa.publicKey).children[1]?.encoded ?? new Uint8Array(),
)

describe('an RSA signature', () => {
  for (const [what, key, change, expected] of [
    ['with SHA-256', rsa, {}, 'verified'],
    ['with the digest named beside it', rsa, { digest: 'sha256' }, 'verified'],
    ['in CMS named rsaEncryption', rsa, { algorithm: algorithm(`${RSA}.1`), digest: 'sha256' }, 'verified'],
    ['in a certificate named rsaEncryption', rsa, { algorithm: algorithm(`${RSA}.1`) }, 'algorithm-unsupported'],
    ['with another digest beside it', rsa, { digest: 'sha512' }, 'algorithm-mismatch'],
    [
      'with Streebog beside rsaEncryption',
      rsa,
      { algorithm: algorithm(`${RSA}.1`), digest: 'streebog512' },
      'algorithm-mismatch',
    ],
    ['said to be over another digest', rsa, { algorithm: algorithm(`${RSA}.13`) }, 'signature-invalid'],
    ['with SHA-1', rsa, { algorithm: algorithm(`${RSA}.5`) }, 'algorithm-unsupported'],
    ['with parameters', rsa, { algorithm: algorithm(`${RSA}.11`, integer(1)) }, 'algorithm-unsupported'],
    ['with the algorithm of GOST', rsa, { algorithm: algorithm(`${GOST}.3.2`) }, 'algorithm-unsupported'],
    ['one octet short', rsa, { signature: rsa.sign(MESSAGE).subarray(1) }, 'signature-malformed'],
    ['one octet long', rsa, { signature: Uint8Array.of(0, ...rsa.sign(MESSAGE)) }, 'signature-malformed'],
    ['of another key', rsa, { signature: rsaKey('other').sign(MESSAGE) }, 'signature-invalid'],
    ['by a key of 1024 bits', rsaKey('message', 1024), {}, 'algorithm-unsupported'],
    ['by a key of 16384 bits', rsa, { publicKey: rsaNumbers(2n ** 16383n + 1n, 65537n) }, 'algorithm-unsupported'],
    [
      'by a key with a huge exponent',
      rsa,
      { publicKey: rsaNumbers(oddModulus, 2n ** 1000n + 1n) },
      'algorithm-unsupported',
    ],
    ['by a key whose exponent is 1', rsa, { publicKey: rsaNumbers(oddModulus, 1n) }, 'signature-invalid'],
    ['by an even modulus', rsa, { publicKey: rsaNumbers(oddModulus + 1n, 65537n) }, 'signature-invalid'],
    ['by a key with parameters', rsa, { publicKey: withParameters }, 'algorithm-unsupported'],
    ['by a negative modulus', rsa, { publicKey: rsaNumbers(-oddModulus, 65537n) }, 'algorithm-unsupported'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(key, change)).toBe(expected))

  it('by a key that is no RSAPublicKey: signature-invalid', () => {
    for (const bits of [new Uint8Array(), octetString(new Uint8Array(300)), sequence(integer(oddModulus))])
      expect(outcome(rsa, { publicKey: sequence(algorithm(`${RSA}.1`), bitString(bits)) })).toBe('signature-invalid')
  })
})

describe('a key of another kind', () => {
  for (const [what, oid] of [
    ['DSA', '1.2.840.10040.4.1'],
    ['Ed25519', '1.3.101.112'],
    ['RSASSA-PSS', `${RSA}.10`],
    ['key agreement of RK', '1.2.398.3.10.1.4.1.2'],
    ['GOST R 34.10-2001', '1.2.643.2.2.19'],
  ] as const)
    it(`${what}: algorithm-unsupported`, () =>
      expect(outcome(rsa, { publicKey: sequence(algorithm(oid), bitString(new Uint8Array(65))) })).toBe(
        'algorithm-unsupported',
      ))
})
