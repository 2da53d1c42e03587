// Whether eds takes a signature on a certificate for that of a key, and the same written as Kazakhstan writes it.
import { readDer } from '../src/der/read.ts'
import { bitString, nullValue, oid, sequence } from '../src/der/write.ts'
import { EdsError } from '../src/error.ts'
import { type SignedMessage, verifyMessage } from '../src/signature/verify-message.ts'
import { readAlgorithmIdentifier } from '../src/x509/algorithm-identifier.ts'
import { type Certificate, readCertificate } from '../src/x509/certificate.ts'
import { readSubjectPublicKey, type SubjectPublicKey } from '../src/x509/public-key.ts'
import type { ParameterSet } from './parameter-set.ts'

/** Whether the certificate bears the signature of its own key. */
export function isSelfSigned(certificate: Certificate): boolean {
  return verifies(certificate.publicKey, signedBy(certificate))
}

/** The same key and signature under Kazakhstan's identifiers, the signature reversed to the octet. */
export function isSelfSignedInKazakhstan(certificate: Certificate, kz: NonNullable<ParameterSet['kz']>): boolean {
  const key = sequence(sequence(oid(kz.key), sequence(oid(kz.set))), bitString(certificate.publicKey.bits))
  return verifies(readSubjectPublicKey(readDer(key)), {
    ...signedBy(certificate),
    signature: certificate.signature.toReversed(),
    algorithm: readAlgorithmIdentifier(readDer(sequence(oid(kz.signature), nullValue()))),
  })
}

export function readDerCertificate(der: Uint8Array): Certificate {
  return readCertificate(new Uint8Array(der))
}

function signedBy({ signedPart, signature, signatureAlgorithm }: Certificate): SignedMessage {
  return { message: signedPart, signature, algorithm: signatureAlgorithm, digest: undefined }
}

function verifies(key: SubjectPublicKey, signed: SignedMessage): boolean {
  try {
    verifyMessage(key, signed)
    return true
  } catch (fault) {
    if (fault instanceof EdsError) return false
    throw fault
  }
}
