// One signer of a CMS SignedData. RFC 5652 §5.4 (digest), §5.6 (signature), §11.1 and §11.2 (attributes), RFC 5035 (ESS).
import { sameBytes } from '../bytes.ts'
import { EdsError } from '../error.ts'
import { type DigestName, digestName } from '../signature/digest.ts'
import { verifyMessage } from '../signature/verify-message.ts'
import type { Certificate } from '../x509/certificate.ts'
import { readSignedAttributes } from './signed-attributes.ts'
import type { SignedData } from './signed-data.ts'
import type { SignerInfo } from './signer-info.ts'
import { checkSigningCertificate } from './signing-certificate.ts'

export type Signed = {
  readonly data: SignedData
  /** Digests of what was signed, or undefined: then everything but the digest is checked, which is never enough. */
  readonly contentDigest: ((name: DigestName) => Uint8Array) | undefined
  readonly contentType: string // the type that the content must have
}

/** Returns only when every check has passed; there is no `false` to forget. Throws EdsError, DerError. */
export function verifySigner(
  signer: SignerInfo,
  certificate: Certificate,
  { data, contentDigest, contentType }: Signed,
): void {
  if (!signer.signedAttributes) throw new EdsError('signed-attributes-missing') // optional in §5.3, required here
  const attributes = readSignedAttributes(signer.signedAttributes, data.form)

  const isExpectedType = attributes.contentType === data.contentType && data.contentType === contentType
  if (!isExpectedType) throw new EdsError('content-type-mismatch') // §11.1

  const digestUsed = digestOf(signer, data)
  if (contentDigest && !sameBytes(attributes.messageDigest, contentDigest(digestUsed))) {
    throw new EdsError('message-digest-mismatch') // §11.2
  }
  checkSigningCertificate(attributes, certificate) // RFC 5035 §5.4

  verifyMessage(certificate.publicKey, {
    message: attributes.signedOctets, // §5.4
    signature: signer.signature,
    algorithm: signer.signatureAlgorithm,
    digest: digestUsed,
  }) // §5.6
}

/** §5.1: verification may be refused for a digest algorithm that digestAlgorithms does not list. It is. */
function digestOf({ digestAlgorithm }: SignerInfo, data: SignedData): DigestName {
  const name = digestName(digestAlgorithm.oid)
  if (!name || digestAlgorithm.parameters) throw new EdsError('algorithm-unsupported')
  if (!data.digestAlgorithms.includes(digestAlgorithm.oid)) throw new EdsError('algorithm-mismatch')
  return name
}
