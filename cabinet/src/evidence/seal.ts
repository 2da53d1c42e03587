// The fund's seal: a detached CMS SignedData, RSA with SHA-256. RFC 5652 §5.3, §11; RFC 5035 §3 (signing-certificate-v2), RFC 5754 §3.2.
// The arithmetic is node:crypto's; with GOST the cabinet never signs.
import { createHash, sign } from 'node:crypto'
import { promisify } from 'node:util'
import { explicit, implicit, integer, nullValue, octetString, oid, sequence, setOf, time } from '@otinish/eds/der/write'
import { readCertificate } from '@otinish/eds/x509/certificate'
import { SealError, type SealKey } from './seal-key.ts'

/** Puts the seal on bytes: the CMS that stands beside them. Throws SealError outside of the certificate's time. */
export type Seal = (content: Uint8Array, at: Date) => Promise<Uint8Array>

const ID_DATA = oid('1.2.840.113549.1.7.1')
const ID_SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const SHA_256 = sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue())
const SHA_256_WITH_RSA = sequence(oid('1.2.840.113549.1.1.11'), nullValue())

const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

const signAside = promisify(sign) // off the main thread

export function sealer({ key, certificate, chain }: SealKey): Seal {
  const { issuer, serial, notBefore, notAfter } = readCertificate(certificate)
  const signer = sequence(issuer.encoded, integer(serial))
  return async (content, at) => {
    checkTime(at, { notBefore, notAfter })
    const attributes = signedAttributes(content, certificate, at)
    const signature = await signAside('sha256', attributes, key)
    const signerInfo = sequence(
      ...[integer(1), signer, SHA_256, implicit(0, attributes), SHA_256_WITH_RSA, octetString(signature)],
    )
    const certificates = implicit(0, setOf(certificate, ...chain))
    const signedData = sequence(integer(1), setOf(SHA_256), sequence(ID_DATA), certificates, setOf(signerInfo))
    return sequence(ID_SIGNED_DATA, explicit(0, signedData))
  }
}

/** The service may run longer than its certificate: nobody would trust such a seal. */
function checkTime(at: Date, { notBefore, notAfter }: { readonly notBefore: Date; readonly notAfter: Date }): void {
  if (at < notBefore) throw new SealError(`SEAL_KEY: its certificate begins on ${notBefore.toISOString()}`)
  if (at > notAfter) throw new SealError(`SEAL_KEY: its certificate ended on ${notAfter.toISOString()}`)
}

/** As they are signed: with the tag of a SET (RFC 5652 §5.4). */
function signedAttributes(content: Uint8Array, certificate: Uint8Array, at: Date): Uint8Array {
  return setOf(
    attribute(CONTENT_TYPE, ID_DATA),
    attribute(SIGNING_TIME, time(at)),
    attribute(MESSAGE_DIGEST, octetString(sha256(content))),
    attribute(SIGNING_CERTIFICATE_V2, sequence(sequence(sequence(octetString(sha256(certificate)))))),
  )
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value))
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}
