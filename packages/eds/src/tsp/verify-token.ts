// Whether a token is the word of an authority of time that is trusted at that time. RFC 3161 §2.4.2, RFC 5816 §2.2.1.
import { findCertificate } from '../cms/find-certificate.ts'
import { TST_INFO } from '../cms/oids.ts'
import { readSignedAttributes } from '../cms/signed-attributes.ts'
import { verifySigner } from '../cms/verify-signer.ts'
import { EdsError } from '../error.ts'
import { type Effort, findPath } from '../path/find-path.ts'
import type { VerifiedLinks } from '../path/link.ts'
import { digestsOf } from '../signature/digest.ts'
import { expectAgain } from '../signature/gost.ts'
import type { Certificate } from '../x509/certificate.ts'
import { formatName, valuesOf } from '../x509/name.ts'
import { checkAuthorityName, checkTimestampAuthority } from './authority.ts'
import type { TimestampToken } from './timestamp-token.ts'

/** Whom to believe about the time. Anchors of their own: an authority of persons is none of time, nor the reverse. */
export type TimestampTrust = {
  readonly anchors: readonly Certificate[]
  readonly intermediates?: readonly Certificate[]
}

/** What several verifications may share. */
export type SharedWork = { readonly verifiedLinks?: VerifiedLinks; readonly effort?: Effort }

/** A stamp that holds. */
export type Timestamp = {
  readonly at: Date // genTime, to the millisecond
  readonly authority: string // common name
  readonly policy: string
  readonly serial: bigint
  readonly chain: readonly Certificate[] // from the time-stamping authority to its anchor
}

/** What the token states, its authority proved; of what it is on, nothing. Throws EdsError, DerError. */
export function verifyToken(token: TimestampToken, trust: TimestampTrust, shared: SharedWork = {}): Timestamp {
  const { info, data, signer, content } = token
  const certificate = findCertificate(signer.signer, [...data.certificates, ...(trust.intermediates ?? [])])
  checkTimestampAuthority(certificate)
  if (info.authority) checkAuthorityName(info.authority, certificate)
  if (info.extensions.some(({ critical }) => critical)) throw new EdsError('timestamp-invalid') // none is known here
  checkIsBound(token)
  verifySigner(signer, certificate, { data, contentDigest: digestsOf(content), contentType: TST_INFO })
  const chain = chainOf(certificate, { token, trust, shared })
  expectAgain(certificate.publicKey)
  return {
    at: info.genTime,
    authority: valuesOf(certificate.subject, '2.5.4.3')[0] ?? formatName(certificate.subject),
    policy: info.policy,
    serial: info.serial,
    chain,
  }
}

/** The certificate identifier is a signed attribute: SigningCertificate, or SigningCertificateV2 (RFC 5816 §2.2.1). */
function checkIsBound({ data, signer }: TimestampToken): void {
  if (!signer.signedAttributes) throw new EdsError('signed-attributes-missing')
  const { signingCertificate, signingCertificateV2 } = readSignedAttributes(signer.signedAttributes, data.form)
  if (!signingCertificate && !signingCertificateV2) throw new EdsError('attribute-missing')
}

type Where = { readonly token: TimestampToken; readonly trust: TimestampTrust; readonly shared: SharedWork }

/** Judged at genTime: the authority's certificate may have expired since. */
function chainOf(certificate: Certificate, { token, trust, shared }: Where): readonly Certificate[] {
  const { anchors, intermediates = [] } = trust
  const between = [...intermediates, ...token.data.certificates]
  const at = token.info.genTime
  const { chain, codes } = findPath(certificate, { anchors, intermediates: between, at, ...shared })
  const [code] = codes
  if (code) throw new EdsError(code)
  return chain
}
