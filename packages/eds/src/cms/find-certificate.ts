// The certificate that a SignerInfo names. RFC 5652 §5.3 (SignerIdentifier).
import { sameBytes } from '../bytes.ts'
import { EdsError } from '../error.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { SignerIdentifier } from './signer-info.ts'

/**
 * Throws EdsError `certificate-missing` when none is named so, and when several different ones are: which of them the
 * signer meant would be a guess.
 */
export function findCertificate(signer: SignerIdentifier, certificates: readonly Certificate[]): Certificate {
  const [found, ...others] = certificates.filter(certificate => isNamed(signer, certificate))
  const unambiguous = found && others.every(other => sameBytes(other.encoded, found.encoded))
  if (!unambiguous) throw new EdsError('certificate-missing')
  return found
}

function isNamed(signer: SignerIdentifier, { issuer, serial, subjectKeyId }: Certificate): boolean {
  if (signer.by === 'issuer-and-serial') {
    return serial === signer.serial && sameBytes(issuer.encoded, signer.issuer.encoded)
  }
  return subjectKeyId !== undefined && sameBytes(subjectKeyId, signer.keyId)
}
