// For tests alone: NIST's PKITS is signed with SHA-1 and RSA keys of 1024 bits, which verifyMessage refuses for good.
import { verify } from 'node:crypto'
import { EdsError } from '../error.ts'
import type { SubjectPublicKey } from '../x509/public-key.ts'
import { importKey } from './import-key.ts'
import { type SignedMessage, verifyMessage } from './verify-message.ts'

const SHA1_WITH_RSA = '1.2.840.113549.1.1.5'

/** As verifyMessage, and sha1WithRSAEncryption of any size too. */
export function verifyWeakMessage(key: SubjectPublicKey, signed: SignedMessage): void {
  if (signed.algorithm.oid !== SHA1_WITH_RSA) {
    verifyMessage(key, signed)
    return
  }
  if (!verify('sha1', signed.message, importKey(key), signed.signature)) throw new EdsError('signature-invalid')
}
