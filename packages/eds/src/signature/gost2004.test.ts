// GOST 34.310-2004 with GOST 34.311-95: what belongs together, and nothing of 2015 or of Russia among it.
import { describe, expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { bitString, nullValue, octetString, oid, sequence } from '../der/write.ts'
import { algorithm, gostKey } from '../test-keys.ts'
import { gammaKey, gost2004Key } from './test-gost2004-keys.ts'
import { MESSAGE, outcome } from './test-outcome.ts'

const ARC = '1.2.398.3.10.1'
const KEY = `${ARC}.1.1.1`
const GAMMA = '1.3.6.1.4.1.6801.1.5.8'

const key = gost2004Key('message')
const gamma = gammaKey('message')
const signature = key.sign(MESSAGE)
const point = readDer(
  readDer(readDer(key.publicKey).children[1]?.content.subarray(1) ?? new Uint8Array()).encoded,
).content
const blob = readDer(gamma.publicKey).children[1]?.content.subarray(1) ?? new Uint8Array()

const keyWith = (parameters: Uint8Array, bits: Uint8Array = octetString(point)) =>
  sequence(algorithm(KEY, parameters), bitString(bits))
const setA = sequence(oid(`${KEY}.1`), oid(`${ARC}.3.1.1.0`))
const gammaWith = (bits: Uint8Array, parameters: Uint8Array = nullValue()) =>
  sequence(algorithm(GAMMA, parameters), bitString(bits))

describe('a signature of GOST-2004', () => {
  for (const [what, change, expected] of [
    ['with its own algorithm', {}, 'verified'],
    ['with the digest beside it', { digest: 'gost34311' }, 'verified'],
    [
      'in CMS named by its key, with the digest beside it',
      { algorithm: algorithm(KEY), digest: 'gost34311' },
      'verified',
    ],
    ['in a certificate named by its key', { algorithm: algorithm(KEY) }, 'algorithm-unsupported'],
    ['named by its key, with Streebog', { algorithm: algorithm(KEY), digest: 'streebog256' }, 'algorithm-mismatch'],
    ['with Streebog beside it', { digest: 'streebog256' }, 'algorithm-mismatch'],
    ['with SHA-256 beside it', { digest: 'sha256' }, 'algorithm-mismatch'],
    ['said to be of 2015', { algorithm: algorithm(`${ARC}.1.2.3.1`) }, 'algorithm-mismatch'],
    ['said to be Russian', { algorithm: algorithm('1.2.643.7.1.1.3.2') }, 'algorithm-mismatch'],
    ['said to be the Russian one of 2001', { algorithm: algorithm('1.2.643.2.2.3') }, 'algorithm-unsupported'],
    ['said to be RSA', { algorithm: algorithm('1.2.840.113549.1.1.11') }, 'algorithm-unsupported'],
    ['with parameters', { algorithm: algorithm(key.signatureAlgorithm, oid(KEY)) }, 'algorithm-unsupported'],
    ['one octet short', { signature: signature.subarray(1) }, 'signature-malformed'],
    ['one octet long', { signature: Uint8Array.of(...signature, 0) }, 'signature-malformed'],
    ['of zeros', { signature: new Uint8Array(64) }, 'signature-malformed'],
    ['of ones', { signature: new Uint8Array(64).fill(0xff) }, 'signature-malformed'],
    ['in the Russian order', { signature: signature.toReversed() }, 'signature-invalid'],
    ['of another key', { signature: gost2004Key('other').sign(MESSAGE) }, 'signature-invalid'],
    ['over another message', { signature: key.sign(new Uint8Array(1)) }, 'signature-invalid'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(key, change)).toBe(expected))
})

describe('a key of GOST-2004', () => {
  for (const [what, publicKey, expected] of [
    ['without the digest', keyWith(sequence(oid(`${KEY}.1`))), 'verified'],
    ['with the digest of CMS', keyWith(sequence(oid(`${KEY}.1`), oid(`${ARC}.3.1`))), 'verified'],
    ['with the unknown "parameter 1"', keyWith(sequence(oid(`${KEY}.1`), oid(`${ARC}.3.1.1.1`))), 'algorithm-mismatch'],
    ['with Streebog', keyWith(sequence(oid(`${KEY}.1`), oid(`${ARC}.3.2`))), 'algorithm-mismatch'],
    ['on set B, which nobody knows', keyWith(sequence(oid(`${KEY}.2`))), 'algorithm-unsupported'],
    ['on the set of 2015', keyWith(sequence(oid(`${ARC}.1.2.1.1`))), 'algorithm-unsupported'],
    ['on the Russian name of its set', keyWith(sequence(oid('1.2.643.2.2.35.1'))), 'algorithm-unsupported'],
    ['without a set', keyWith(nullValue()), 'algorithm-unsupported'],
    ['with parameters that are no list', keyWith(oid(`${KEY}.1`)), 'signature-invalid'],
    ['with a third parameter', keyWith(sequence(oid(`${KEY}.1`), oid(`${ARC}.3.1`), nullValue())), 'signature-invalid'],
    ['that is not wrapped', keyWith(setA, point), 'signature-invalid'],
    ['one octet short', keyWith(setA, octetString(point.subarray(1))), 'signature-invalid'],
    ['off its curve', keyWith(setA, octetString(new Uint8Array(64).fill(1))), 'signature-invalid'],
    ['in the envelope of Gamma', keyWith(setA, blob), 'signature-invalid'],
    ['of 2015', gostKey('message', 256).publicKey, 'algorithm-mismatch'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(key, { publicKey })).toBe(expected))
})

describe('a key of Gamma', () => {
  for (const [what, change, expected] of [
    ['verifies what GOST-2004 signs', {}, 'verified'],
    [
      'may be named in CMS in the place of the algorithm',
      { algorithm: algorithm(GAMMA), digest: 'gost34311' },
      'verified',
    ],
    [
      'may not be named by the key of another form',
      { algorithm: algorithm(KEY), digest: 'gost34311' },
      'algorithm-unsupported',
    ],
    ['never goes with Streebog', { algorithm: algorithm(`${ARC}.1.2.3.1`) }, 'algorithm-mismatch'],
    [
      'has no signature algorithm of its own',
      { algorithm: algorithm('1.3.6.1.4.1.6801.1.2.2') },
      'algorithm-unsupported',
    ],
    ['has no parameters', { publicKey: gammaWith(blob, setA) }, 'algorithm-unsupported'],
    ['has its header to the octet', { publicKey: gammaWith(blob.with(5, 0xab)) }, 'signature-invalid'],
    ['has its length to the octet', { publicKey: gammaWith(Uint8Array.of(...blob, 0)) }, 'signature-invalid'],
    ['lies on its curve', { publicKey: gammaWith(blob.with(20, (blob[20] ?? 0) ^ 1)) }, 'signature-invalid'],
    ['is not a wrapped point', { publicKey: gammaWith(octetString(point)) }, 'signature-invalid'],
  ] as const)
    it(`${what}: ${expected}`, () => expect(outcome(gamma, change)).toBe(expected))
})
