// A responder's answers for tests, in the shape of the national one unless told otherwise. RFC 6960 §4.2.
import { bitString, explicit, generalizedTime, implicit, nullValue, octetString, oid, sequence } from '../der/write.ts'
import { digest } from '../signature/digest.ts'
import {
  authorityName,
  type CertificateOptions,
  extendedKeyUsage,
  extension,
  type Issued,
  issue,
  keyUsage,
  NOON,
} from '../test-certificates.ts'
import { algorithm, type TestKey } from '../test-keys.ts'
import { type Issuance, type RequestHash, writeCertificateId } from './certificate-id.ts'
import { EXTENDED_REVOKE, NO_CHECK, NONCE, OCSP_SIGNING } from './ocsp-oids.ts'
import { enumerated } from './test-crl.ts'

export const NO_CHECK_EXTENSION = () => extension(NO_CHECK, nullValue())
export const RESPONDER_EXTENSIONS = () => [keyUsage(0x80), extendedKeyUsage([OCSP_SIGNING]), NO_CHECK_EXTENSION()]

/** A delegated responder. */
export function makeResponder(issuer: Issued, key: TestKey, options: CertificateOptions = {}): Issued {
  const subject = { key, name: authorityName('OCSP RESPONDER') }
  return issue(issuer, subject, { extensions: RESPONDER_EXTENSIONS(), serial: 0x0c5bn, ...options })
}

export type Said = 'good' | 'unknown' | { readonly revokedAt: Date; readonly reason?: number }

export type AnswerOptions = {
  readonly id?: Uint8Array // CertID
  readonly hash?: RequestHash
  readonly says?: Said
  readonly thisUpdate?: Date // noon
  readonly nextUpdate?: Date
  readonly extensions?: readonly Uint8Array[]
}

/** SingleResponse. */
export function makeAnswer(about: Issuance, options: AnswerOptions = {}): Uint8Array {
  const { hash = 'sha256', says = 'good', thisUpdate = NOON, nextUpdate, extensions = [] } = options
  return sequence(
    options.id ?? writeCertificateId(about, hash),
    certificateStatus(says),
    generalizedTime(thisUpdate),
    ...(nextUpdate ? [explicit(0, generalizedTime(nextUpdate))] : []),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions))] : []),
  )
}

function certificateStatus(says: Said): Uint8Array {
  if (says === 'good') return implicit(0, nullValue())
  if (says === 'unknown') return implicit(2, nullValue())
  const reason = says.reason === undefined ? [] : [explicit(0, enumerated(says.reason))]
  return implicit(1, sequence(generalizedTime(says.revokedAt), ...reason))
}

export type ResponseOptions = {
  readonly responder?: 'by-key' | Uint8Array // ResponderID; by name unless said otherwise
  readonly producedAt?: Date // noon
  readonly nonce?: Uint8Array
  readonly extensions?: readonly Uint8Array[]
  readonly certificates?: readonly Uint8Array[] // the responder's own
  readonly signatureAlgorithm?: Uint8Array
  readonly changeSignature?: (signature: Uint8Array) => Uint8Array
  readonly type?: string
}

/** OCSPResponse with these answers. */
export function makeOcspResponse(
  signer: Issued,
  answers: readonly Uint8Array[],
  options: ResponseOptions = {},
): Uint8Array {
  const basic = sequence(...signedAnswers(signer, answers, options))
  const bytes = sequence(oid(options.type ?? '1.3.6.1.5.5.7.48.1.1'), octetString(basic))
  return sequence(enumerated(0), explicit(0, bytes))
}

/** OCSPResponse that is only a status. */
export const makeRefusal = (status: number) => sequence(enumerated(status))

function signedAnswers(signer: Issued, answers: readonly Uint8Array[], options: ResponseOptions) {
  const { producedAt = NOON, certificates = [signer.certificate.encoded] } = options
  const extensions = responseExtensions(options)
  const signedPart = sequence(
    responderId(signer, options.responder),
    generalizedTime(producedAt),
    sequence(...answers),
    ...(extensions.length > 0 ? [explicit(1, sequence(...extensions))] : []),
  )
  const signature = signer.key.sign(signedPart)
  return [
    signedPart,
    options.signatureAlgorithm ?? algorithm(signer.key.signatureAlgorithm),
    bitString(options.changeSignature?.(signature) ?? signature),
    ...(certificates.length > 0 ? [explicit(0, sequence(...certificates))] : []),
  ]
}

function responderId({ name, certificate }: Issued, responder: ResponseOptions['responder']): Uint8Array {
  if (responder instanceof Uint8Array) return responder
  if (responder === 'by-key') return explicit(2, octetString(digest('sha1', certificate.publicKey.bits)))
  return explicit(1, name)
}

function responseExtensions({ nonce, extensions = [extension(EXTENDED_REVOKE, nullValue())] }: ResponseOptions) {
  return [...(nonce ? [extension(NONCE, octetString(nonce))] : []), ...extensions]
}
