// Does this signature over this message belong to this key? Which mathematics answers is decided by identifiers alone.
import { DerError } from '../der/error.ts'
import { EdsError } from '../error.ts'
import type { AlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { type KeyKind, keyKind, type SubjectPublicKey } from '../x509/public-key.ts'
import type { DigestName } from './digest.ts'
import { verifyEcdsa } from './ecdsa.ts'
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
 * signature and digest algorithms do not belong together), `signature-malformed` (length, range), `signature-invalid`
 * (also for a key that is none).
 */
export function verifyMessage(key: SubjectPublicKey, signed: SignedMessage): void {
  try {
    verifyBy(keyKind(key))(key, signed)
  } catch (fault) {
    if (fault instanceof DerError) throw new EdsError('signature-invalid', { cause: fault }) // inside the key
    throw fault
  }
}

function verifyBy(kind: KeyKind): typeof verifyMessage {
  switch (kind) {
    case 'gost2015-512':
    case 'gost2015-256':
    case 'gost2004':
      return verifyGost
    case 'rsa':
      return verifyRsa
    case 'ecdsa':
      return verifyEcdsa
    case 'other':
      throw new EdsError('algorithm-unsupported')
  }
}
