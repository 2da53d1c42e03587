// What verifyMessage says to a signature of a test key, changed in what a test is about.
import { readDer } from '../der/read.ts'
import { EdsError } from '../error.ts'
import { algorithm, type TestKey } from '../test-keys.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { readSubjectPublicKey } from '../x509/public-key.ts'
import type { DigestName } from './digest.ts'
import { verifyMessage } from './verify-message.ts'

export const MESSAGE = new TextEncoder().encode('what was signed')

export type Case = {
  readonly publicKey?: Uint8Array // SubjectPublicKeyInfo
  readonly algorithm?: Uint8Array // AlgorithmIdentifier
  readonly digest?: DigestName
  readonly signature?: Uint8Array
}

/** `verified`, or the code of the refusal. */
export function outcome(key: TestKey, { publicKey, signature, digest, ...change }: Case = {}): string {
  const algorithmIdentifier = change.algorithm ?? algorithm(key.signatureAlgorithm)
  try {
    verifyMessage(readSubjectPublicKey(readDer(publicKey ?? key.publicKey)), {
      message: MESSAGE,
      signature: signature ?? key.sign(MESSAGE),
      algorithm: readAlgorithmIdentifier(readDer(algorithmIdentifier)),
      digest,
    })
    return 'verified'
  } catch (fault) {
    if (fault instanceof EdsError) return fault.code
    throw fault
  }
}
