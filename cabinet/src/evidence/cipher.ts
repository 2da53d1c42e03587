// Bytes under a key: AES-256-GCM (NIST SP 800-38D), a random nonce each time, bound to the place where they are kept.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const VERSION = 1 // the first octet, so that another algorithm can follow one day
const NONCE = 12
const TAG = 16

/** Octets that encryption adds. */
export const OVERHEAD = 1 + NONCE + TAG

/** Where the bytes belong. Moved to any other place they do not open. */
export type Place = readonly (string | number)[]

/** Version, nonce, ciphertext, tag. */
export function encrypt(key: Uint8Array, place: Place, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(associated(place))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, ciphertext, cipher.getAuthTag()])
}

/** Undefined when an octet was changed, the key is another, or it was kept elsewhere. */
export function decrypt(key: Uint8Array, place: Place, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < OVERHEAD || sealed[0] !== VERSION) return undefined
  const nonce = sealed.subarray(1, 1 + NONCE)
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG })
  decipher.setAAD(associated(place)).setAuthTag(sealed.subarray(sealed.length - TAG))
  const plain = decipher.update(sealed.subarray(1 + NONCE, sealed.length - TAG))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    return undefined // the tag is not that of these bytes: there is nothing else that it throws for
  }
}

/** JSON keeps the parts apart: no two places have the same bytes. */
function associated(place: Place): Buffer {
  return Buffer.from(JSON.stringify(place))
}
