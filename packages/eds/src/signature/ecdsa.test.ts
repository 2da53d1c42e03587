// ECDSA: named curves, whole points, strict DER, and numbers in their range.
import { describe, expect, it } from 'vitest'
import { integer, nullValue, octetString, oid, sequence } from '../der/write.ts'
import { algorithm, gostKey, rsaKey } from '../test-keys.ts'
import { ecdsaKey, ecKey } from './test-ecdsa-keys.ts'
import { MESSAGE, outcome } from './test-outcome.ts'

const P256 = '1.2.840.10045.3.1.7'
const ECDSA = '1.2.840.10045.4.3'
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n

const key = ecdsaKey('message')
const signature = key.sign(MESSAGE)
const withSet = (parameters: Uint8Array) =>
  sequence(sequence(oid('1.2.840.10045.2.1'), parameters), keyBits(key.publicKey))

function keyBits(publicKey: Uint8Array): Uint8Array {
  return publicKey.subarray(publicKey.length - 2 - 66) // BIT STRING of 04‖x‖y, at the end
}

describe('an ECDSA signature', () => {
  for (const curve of ['P-256', 'P-384', 'P-521'] as const)
    it(`on ${curve} verifies, and with one bit of the message changed does not`, () => {
      const own = ecdsaKey('message', curve)
      expect(outcome(own)).toBe('verified')
      expect(outcome(own, { signature: own.sign(MESSAGE.with(0, 0)) })).toBe('signature-invalid')
    })

  for (const [what, change, expected] of [
    ['with the digest beside it', { digest: 'sha256' }, 'verified'],
    ['with no NULL after its algorithm', { algorithm: sequence(oid(`${ECDSA}.2`)) }, 'verified'],
    ['with another digest beside it', { digest: 'sha512' }, 'algorithm-mismatch'],
    ['with Streebog beside it', { digest: 'streebog256' }, 'algorithm-mismatch'],
    ['said to be over another digest', { algorithm: algorithm(`${ECDSA}.4`) }, 'signature-invalid'],
    ['with SHA-1', { algorithm: algorithm('1.2.840.10045.4.1') }, 'algorithm-unsupported'],
    ['with SHA-224', { algorithm: algorithm(`${ECDSA}.1`) }, 'algorithm-unsupported'],
    ['named by its key', { algorithm: algorithm('1.2.840.10045.2.1'), digest: 'sha256' }, 'algorithm-unsupported'],
    ['said to be RSA', { algorithm: algorithm('1.2.840.113549.1.1.11') }, 'algorithm-unsupported'],
    ['with parameters', { algorithm: algorithm(`${ECDSA}.2`, oid(P256)) }, 'algorithm-unsupported'],
    ['of another key', { signature: ecdsaKey('other').sign(MESSAGE) }, 'signature-invalid'],
    ['of nothing', { signature: new Uint8Array() }, 'signature-malformed'],
    ['that is no DER', { signature: new Uint8Array(64).fill(7) }, 'signature-malformed'],
    ['with an octet after it', { signature: Uint8Array.of(...signature, 0) }, 'signature-malformed'],
    ['of one number', { signature: sequence(integer(1)) }, 'signature-malformed'],
    ['of three numbers', { signature: sequence(integer(1), integer(1), integer(1)) }, 'signature-malformed'],
    ['of octets', { signature: sequence(octetString(MESSAGE), octetString(MESSAGE)) }, 'signature-malformed'],
    ['with r = 0', { signature: sequence(integer(0), integer(1)) }, 'signature-malformed'],
    ['with s = 0', { signature: sequence(integer(1), integer(0)) }, 'signature-malformed'],
    ['with r < 0', { signature: sequence(integer(-1), integer(1)) }, 'signature-malformed'],
    ['with r = n', { signature: sequence(integer(N), integer(1)) }, 'signature-malformed'],
    ['with s = n', { signature: sequence(integer(1), integer(N)) }, 'signature-malformed'],
    ['with r = n − 1', { signature: sequence(integer(N - 1n), integer(1)) }, 'signature-invalid'],
    ['with s = n − 1', { signature: sequence(integer(1), integer(N - 1n)) }, 'signature-invalid'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(key, { signature, ...change })).toBe(expected))
})

const beyondP = Buffer.from((P + 5n).toString(16).padStart(64, '0') + '00'.repeat(32), 'hex')

describe('an ECDSA key', () => {
  for (const [what, publicKey, expected] of [
    [
      'off its curve',
      ecKey(
        P256,
        key.point.map((octet, i) => (i === 40 ? octet ^ 1 : octet)),
      ),
      'signature-invalid',
    ],
    ['with a coordinate ≥ p', ecKey(P256, Uint8Array.of(4, ...beyondP)), 'signature-invalid'],
    ['at infinity', ecKey(P256, new Uint8Array(1)), 'signature-invalid'],
    ['of nothing', ecKey(P256, new Uint8Array()), 'signature-invalid'],
    ['one octet short', ecKey(P256, key.point.subarray(0, 64)), 'signature-invalid'],
    ['one octet long', ecKey(P256, Uint8Array.of(...key.point, 0)), 'signature-invalid'],
    [
      'in the hybrid form',
      ecKey(P256, Uint8Array.of(6 | ((key.point[64] ?? 0) & 1), ...key.point.subarray(1))),
      'signature-invalid',
    ],
    [
      'compressed',
      ecKey(P256, Uint8Array.of(2 | ((key.point[64] ?? 0) & 1), ...key.point.subarray(1, 33))),
      'algorithm-unsupported',
    ],
    ['on another curve', ecKey('1.3.132.0.34', key.point), 'signature-invalid'],
    ['on secp256k1', ecKey('1.3.132.0.10', key.point), 'algorithm-unsupported'],
    ['on a curve that the issuer knows', withSet(nullValue()), 'algorithm-unsupported'],
    [
      'on a curve spelt out',
      withSet(sequence(integer(1), sequence(oid('1.2.840.10045.1.1'), integer(P)))),
      'algorithm-unsupported',
    ],
    ['of GOST', gostKey('message').publicKey, 'algorithm-unsupported'],
    ['of RSA', rsaKey('message').publicKey, 'algorithm-unsupported'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(key, { publicKey, signature })).toBe(expected))
})
