// CMS SignedData as NCALayer makes it. RFC 5652 §5, RFC 5035 §3 (signingCertificateV2): one signer, its certificate only.
import { createHash } from 'node:crypto'
import { explicit, implicit, integer, octetString, oid, sequence, setOf, time } from '@otinish/eds/der/write'
import type { KeyStore } from '../p12/read.ts'
import { DIGEST } from '../pki/algorithms.ts'
import { digestFor } from '../pki/signing-key.ts'
import { attribute, signerInfo } from './signer-info.ts'

const DATA = oid('1.2.840.113549.1.7.1')
const SIGNED_DATA = oid('1.2.840.113549.1.7.2')

export type SigningInput = {
  /** What is signed: the content itself, or its digest when the site made the digest. */
  readonly content: Uint8Array | { readonly digest: Uint8Array }
  readonly attached: boolean
  readonly at: Date
}

/** The CMS in DER. Attached content is carried inside; a digest can only be signed detached. */
export function signCms(store: KeyStore, input: SigningInput): Uint8Array {
  const { content } = input
  const digest = content instanceof Uint8Array ? digestFor(store.key, content) : content.digest
  const carried = input.attached && content instanceof Uint8Array ? [explicit(0, octetString(content))] : []
  const signedData = sequence(
    integer(1),
    setOf(DIGEST[store.key.kind]),
    sequence(DATA, ...carried),
    implicit(0, setOf(store.certificate)),
    setOf(signerInfo(store, attributes(store, digest, input.at))),
  )
  return sequence(SIGNED_DATA, explicit(0, signedData))
}

function attributes(store: KeyStore, digest: Uint8Array, at: Date): Uint8Array[] {
  return [
    attribute('1.2.840.113549.1.9.3', DATA),
    attribute('1.2.840.113549.1.9.5', time(at)),
    attribute('1.2.840.113549.1.9.4', octetString(digest)),
    attribute('1.2.840.113549.1.9.16.2.47', signingCertificateV2(store.certificate)),
  ]
}

/** RFC 5035 §4: the hash algorithm is left out, so it is SHA-256, also under a GOST signature. */
function signingCertificateV2(certificate: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(certificate).digest()
  return sequence(sequence(sequence(octetString(hash))))
}
