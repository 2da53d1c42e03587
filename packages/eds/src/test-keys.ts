// Keys for tests: the same ones at every run, made from a word.
import { constants, createHash, createPrivateKey, createPublicKey, publicEncrypt, sign } from 'node:crypto'
import { TC26_256_A, TC26_512_A } from '@otinish/gost/curve-parameters'
import { generatePrivateKey, publicKeyOf } from '@otinish/gost/keys'
import { KZ } from '@otinish/gost/layout'
import { signDigest } from '@otinish/gost/sign'
import { bitString, nullValue, octetString, oid, sequence } from './der/write.ts'
import { digest } from './signature/digest.ts'

export type TestKey = {
  readonly publicKey: Uint8Array // SubjectPublicKeyInfo
  readonly digestAlgorithm: string
  readonly signatureAlgorithm: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Octets that follow from the word alone. */
export function seededBytes(seed: string): (length: number) => Uint8Array {
  let counter = 0
  return length => {
    const blocks: Buffer[] = []
    while (blocks.length * 64 < length) blocks.push(createHash('sha512').update(`${seed} ${counter++}`).digest())
    return Buffer.concat(blocks).subarray(0, length)
  }
}

/** AlgorithmIdentifier with the explicit NULL that Kazakhstan's files carry. */
export function algorithm(dotted: string, parameters: Uint8Array = nullValue()): Uint8Array {
  return sequence(oid(dotted), parameters)
}

const KZ_512 = { curve: TC26_512_A, key: '1.2.398.3.10.1.1.2.2', signature: '1.2.398.3.10.1.1.2.3.2' }
const KZ_256 = { curve: TC26_256_A, key: '1.2.398.3.10.1.1.2.1', signature: '1.2.398.3.10.1.1.2.3.1' }

/** СТ РК ГОСТ Р 34.10-2015 in the shapes of the national authority. */
export function gostKey(seed: string, bits: 256 | 512 = 512): TestKey {
  const { curve, key, signature } = bits === 512 ? KZ_512 : KZ_256
  const digestAlgorithm = bits === 512 ? '1.2.398.3.10.1.3.3' : '1.2.398.3.10.1.3.2'
  const randomBytes = seededBytes(seed)
  const privateKey = generatePrivateKey(curve, randomBytes)
  const parameters = sequence(oid(`${key}.1`), oid(digestAlgorithm))
  return {
    publicKey: sequence(algorithm(key, parameters), bitString(octetString(KZ.writePublicKey(publicKeyOf(privateKey))))),
    digestAlgorithm,
    signatureAlgorithm: signature,
    sign(message) {
      const e = KZ.digestToNumber(digest(bits === 512 ? 'streebog512' : 'streebog256', message))
      return KZ.writeSignature(curve, signDigest(privateKey, e, randomBytes))
    },
  }
}

/** RSA with SHA-256. */
export function rsaKey(seed: string, bits = 2048): TestKey {
  const known = RSA_KEYS.get(`${seed} ${bits}`)
  if (known) return known
  const jwk = rsaJwk(seededBytes(seed), bits)
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  const key: TestKey = {
    publicKey: createPublicKey(privateKey).export({ format: 'der', type: 'spki' }),
    digestAlgorithm: '2.16.840.1.101.3.4.2.1',
    signatureAlgorithm: '1.2.840.113549.1.1.11',
    sign: message => sign('sha256', message, privateKey),
  }
  RSA_KEYS.set(`${seed} ${bits}`, key)
  return key
}

const RSA_KEYS = new Map<string, TestKey>() // finding primes takes a while
const E = 65537n

function rsaJwk(randomBytes: (length: number) => Uint8Array, bits: number) {
  const p = prime(randomBytes, bits / 2)
  const q = prime(randomBytes, bits / 2)
  const d = inverse(E, (p - 1n) * (q - 1n))
  const numbers = { n: p * q, e: E, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
  const encoded = Object.entries(numbers).map(([name, value]) => [name, octets(value).toString('base64url')])
  return { kty: 'RSA', ...Object.fromEntries(encoded) }
}

/** The two highest bits set, so that the product of two has its full length; p − 1 not a multiple of E. */
function prime(randomBytes: (length: number) => Uint8Array, bits: number): bigint {
  for (;;) {
    const random = BigInt(`0x${Buffer.from(randomBytes(bits / 8)).toString('hex')}`)
    const candidate = random | (3n << BigInt(bits - 2)) | 1n
    if (candidate % E !== 1n && !hasSmallFactor(candidate) && isProbablyPrime(candidate)) return candidate
  }
}

const ODD_PRIMES = Array.from({ length: 1000 }, (_, i) => 2 * i + 3)
  .filter((n, i, odd) => odd.slice(0, i).every(smaller => n % smaller !== 0))
  .map(BigInt)

const hasSmallFactor = (candidate: bigint) => ODD_PRIMES.some(prime => candidate % prime === 0n)

/**
 * Fermat's test to the base 2, which no composite number of this size passes by chance: a fifth of the time of checkPrimeSync,
 * which asks 64 times. The power is computed by RSA without padding, since node:crypto has no other.
 */
function isProbablyPrime(candidate: bigint): boolean {
  const modulus = octets(candidate)
  const jwk = { kty: 'RSA', n: modulus.toString('base64url'), e: octets(candidate - 1n).toString('base64url') }
  const number = (value: number) => Buffer.alloc(modulus.length).fill(value, modulus.length - 1)
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, number(2)).equals(number(1))
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, newR, t, newT] = [modulus, value % modulus, 0n, 1n]
  while (newR !== 0n) {
    const quotient = r / newR
    ;[r, newR] = [newR, r - quotient * newR]
    ;[t, newT] = [newT, t - quotient * newT]
  }
  return t < 0n ? t + modulus : t
}

function octets(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 ? `0${hex}` : hex, 'hex')
}
