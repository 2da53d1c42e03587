// Encryption and MAC by password in PKCS#12: RFC 7292 appendices B.2 (keys), B.4 (purposes) and C (the schemes).
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import forge from 'node-forge'

export const PBE_SHA1_3DES = '1.2.840.113549.1.12.1.3'
export const PBE_SHA1_RC2_40 = '1.2.840.113549.1.12.1.6'

export type Scheme = { readonly oid: string; readonly salt: Uint8Array; readonly iterations: number }

const PURPOSE = { key: 1, iv: 2, mac: 3 } as const // RFC 7292 §B.3
const KEY_BYTES: Readonly<Record<string, number>> = { [PBE_SHA1_3DES]: 24, [PBE_SHA1_RC2_40]: 5 }

/** Whether this scheme is one of the two that national key files use. */
export function isKnownScheme(oid: string): boolean {
  return oid in KEY_BYTES
}

/** The plain bytes, or undefined when the padding shows that the password is not this one. */
export function decrypt(scheme: Scheme, password: string, bytes: Uint8Array): Uint8Array | undefined {
  const { key, iv } = keys(scheme, password)
  if (scheme.oid === PBE_SHA1_RC2_40) return rc2(forge.rc2.createDecryptionCipher(binary(key), 40), iv, bytes)
  try {
    const cipher = createDecipheriv('des-ede3-cbc', key, iv)
    return Buffer.concat([cipher.update(bytes), cipher.final()])
  } catch {
    return undefined // "bad decrypt": the only thing that can go wrong here is the padding
  }
}

/** The encrypted bytes, padded as RFC 8018 §6.1.1 says. */
export function encrypt(scheme: Scheme, password: string, bytes: Uint8Array): Uint8Array {
  const { key, iv } = keys(scheme, password)
  if (scheme.oid === PBE_SHA1_RC2_40) {
    return rc2(forge.rc2.createEncryptionCipher(binary(key), 40), iv, bytes) ?? new Uint8Array()
  }
  const cipher = createCipheriv('des-ede3-cbc', key, iv)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

/** HMAC-SHA-1 over the authenticated safe (RFC 7292 §4). */
export function mac(scheme: Omit<Scheme, 'oid'>, password: string, bytes: Uint8Array): Uint8Array {
  return createHmac('sha1', derive(scheme, password, 'mac', 20))
    .update(bytes)
    .digest()
}

function keys(scheme: Scheme, password: string): { key: Uint8Array; iv: Uint8Array } {
  const length = KEY_BYTES[scheme.oid] ?? 0
  return { key: derive(scheme, password, 'key', length), iv: derive(scheme, password, 'iv', 8) }
}

function derive(from: Omit<Scheme, 'oid'>, password: string, purpose: keyof typeof PURPOSE, length: number): Buffer {
  const salt = forge.util.createBuffer(binary(from.salt))
  const derived = forge.pkcs12.generateKey(password, salt, PURPOSE[purpose], from.iterations, length)
  return Buffer.from(derived.getBytes(), 'binary')
}

function rc2(cipher: forge.rc2.cipher, iv: Uint8Array, bytes: Uint8Array): Uint8Array | undefined {
  cipher.start(binary(iv))
  cipher.update(forge.util.createBuffer(binary(bytes)))
  return cipher.finish() ? Buffer.from(cipher.output.getBytes(), 'binary') : undefined
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('binary')
}
