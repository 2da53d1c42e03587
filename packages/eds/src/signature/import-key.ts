// A SubjectPublicKeyInfo as a key of node:crypto, after its form has been checked here.
import { createPublicKey, type KeyObject } from 'node:crypto'
import { EdsError } from '../error.ts'
import type { SubjectPublicKey } from '../x509/public-key.ts'

/** Throws EdsError `signature-invalid` when it is no key: a point off its curve, a number that does not fit. */
export function importKey(key: SubjectPublicKey): KeyObject {
  try {
    return createPublicKey({ key: Buffer.from(key.encoded), format: 'der', type: 'spki' })
  } catch (cause) {
    throw new EdsError('signature-invalid', { cause })
  }
}
