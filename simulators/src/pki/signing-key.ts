// A private key of the test world: GOST-2015 on the 512-bit curve, or RSA-2048. One way to sign with either.
import { createHash, createPublicKey, createSign, generateKeyPair, type KeyObject, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { bitString, octetString, sequence } from '@otinish/eds/der/write'
import { TC26_512_A } from '@otinish/gost/curve-parameters'
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '@otinish/gost/keys'
import { KZ } from '@otinish/gost/layout'
import { signDigest } from '@otinish/gost/sign'
import { streebog512 } from '@otinish/gost/streebog'
import { GOST_512_KEY } from './algorithms.ts'

export type GostKey = { readonly kind: 'gost'; readonly key: PrivateKey }
export type RsaKey = { readonly kind: 'rsa'; readonly key: KeyObject }
export type SigningKey = GostKey | RsaKey

/** A new key on id-tc26-gost-3410-12-512-paramSetA. */
export function generateGostKey(): GostKey {
  return { kind: 'gost', key: generatePrivateKey(TC26_512_A, random) }
}

/** A new RSA key of 2048 bits. */
export async function generateRsaKey(): Promise<RsaKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  return { kind: 'rsa', key: privateKey }
}

/** SubjectPublicKeyInfo of the key. */
export function publicKeyInfo(key: SigningKey): Uint8Array {
  if (key.kind === 'rsa') return createPublicKey(key.key).export({ format: 'der', type: 'spki' })
  return sequence(GOST_512_KEY, bitString(publicKeyContent(key)))
}

/** What stands in the BIT STRING of the public key: the input of the key identifier. */
export function publicKeyContent(key: SigningKey): Uint8Array {
  if (key.kind === 'rsa') return createPublicKey(key.key).export({ format: 'der', type: 'pkcs1' })
  return octetString(KZ.writePublicKey(publicKeyOf(key.key)))
}

/** Streebog-512 or SHA-256, whichever the key goes with. */
export function digestFor(key: SigningKey, bytes: Uint8Array): Uint8Array {
  return key.kind === 'rsa' ? createHash('sha256').update(bytes).digest() : streebog512(bytes)
}

/** The signature over bytes, as it stands in a certificate or a SignerInfo. */
export function signBytes(key: SigningKey, bytes: Uint8Array): Uint8Array {
  if (key.kind === 'rsa') return createSign('sha256').update(bytes).sign(key.key)
  const e = KZ.digestToNumber(streebog512(bytes))
  return KZ.writeSignature(key.key.curve, signDigest(key.key, e, random))
}

function random(n: number): Uint8Array {
  return randomBytes(n)
}
