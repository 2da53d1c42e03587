// OCSPResponse, RFC 6960 §4.2.1, in the national responder's shape: named by its name, its certificate enclosed, no nextUpdate.

import { ENUMERATED } from '@otinish/eds/der/tag'
import {
  bitString,
  contextPrimitive,
  element,
  explicit,
  generalizedTime,
  implicit,
  nullValue,
  octetString,
  oid,
  sequence,
} from '@otinish/eds/der/write'
import { SIGNATURE } from '../pki/algorithms.ts'
import type { Office } from '../pki/authority.ts'
import { extension } from '../pki/extensions.ts'
import { signBytes } from '../pki/signing-key.ts'
import { type CertificateId, writeCertificateId } from './certificate-id.ts'
import { NONCE } from './read-request.ts'

const BASIC = '1.3.6.1.5.5.7.48.1.1'
const EXTENDED_REVOKE = '1.3.6.1.5.5.7.48.1.9'
const STATUS = { successful: 0, 'malformed-request': 1, 'try-later': 3 } as const

export type CertificateStatus =
  | { readonly is: 'good' }
  | { readonly is: 'revoked'; readonly at: Date; readonly reason: number }
  | { readonly is: 'unknown' }

export type OcspAnswer = {
  readonly by: Office
  readonly at: Date // producedAt and thisUpdate: the same, as in the genuine answers
  readonly statuses: readonly (readonly [CertificateId, CertificateStatus])[]
  readonly nonce: Uint8Array | undefined
}

/** A successful response in DER. */
export function writeOcspResponse(answer: OcspAnswer): Uint8Array {
  const { by, at, nonce } = answer
  const singles = answer.statuses.map(([id, status]) =>
    sequence(writeCertificateId(id), writeStatus(status), generalizedTime(at)),
  )
  const extensions = [
    ...(nonce ? [extension(NONCE, octetString(nonce))] : []),
    extension(EXTENDED_REVOKE, nullValue()), // RFC 6960 §2.2: it may say "revoked" of what it does not know
  ]
  const data = sequence(
    explicit(1, by.name),
    generalizedTime(at),
    sequence(...singles),
    explicit(1, sequence(...extensions)),
  )
  const basic = sequence(
    data,
    SIGNATURE[by.key.kind],
    bitString(signBytes(by.key, data)),
    explicit(0, sequence(by.certificate)),
  )
  return sequence(responseStatus('successful'), explicit(0, sequence(oid(BASIC), octetString(basic))))
}

/** A response that carries nothing but why there is none. It is signed by nobody (RFC 6960 §2.3). */
export function writeOcspFailure(status: Exclude<keyof typeof STATUS, 'successful'>): Uint8Array {
  return sequence(responseStatus(status))
}

function responseStatus(status: keyof typeof STATUS): Uint8Array {
  return element(ENUMERATED, Uint8Array.of(STATUS[status]))
}

function writeStatus(status: CertificateStatus): Uint8Array {
  if (status.is === 'good') return contextPrimitive(0, new Uint8Array())
  if (status.is === 'unknown') return contextPrimitive(2, new Uint8Array())
  const reason = element(ENUMERATED, Uint8Array.of(status.reason))
  return implicit(1, sequence(generalizedTime(status.at), explicit(0, reason)))
}
