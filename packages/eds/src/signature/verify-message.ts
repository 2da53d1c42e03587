// Does this signature over this message belong to this key? Which mathematics answers is decided by identifiers alone.
import { EdsError } from '../error.ts'
import type { AlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { keyKind, type SubjectPublicKey } from '../x509/public-key.ts'
import type { DigestName } from './digest.ts'
import { verifyGost } from './gost.ts'
import { verifyRsa } from './rsa.ts'

export type SignedMessage = {
  readonly message: Uint8Array
  readonly signature: Uint8Array
  readonly algorithm: AlgorithmIdentifier
  /** The digest named beside the signature algorithm, in CMS; certificates name none. */
  readonly digest: DigestName | undefined
}

/**
 * Returns only when the signature is the key's. Throws EdsError: `algorithm-unsupported`, `algorithm-mismatch` (key,
 * signature and digest algorithms do not belong together), `signature-malformed` (length, range), `signature-invalid`.
 */
export function verifyMessage(key: SubjectPublicKey, signed: SignedMessage): void {
  switch (keyKind(key)) {
    case 'gost2015-512':
    case 'gost2015-256':
      verifyGost(key, signed)
      return
    case 'rsa':
      verifyRsa(key, signed)
      return
    case 'gost2004': // needs GOST 34.311-95
    case 'ecdsa':
    case 'other':
      throw new EdsError('algorithm-unsupported')
  }
}
