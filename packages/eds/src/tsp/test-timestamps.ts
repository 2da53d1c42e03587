// Time stamps for tests, in the shape of the national authority unless told otherwise. RFC 3161 §2.4.2.
import { generalizedTime, integer, nullValue, octetString, oid, sequence } from '../der/write.ts'
import { digest, imprintName } from '../signature/digest.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import type { TestKey } from '../test-keys.ts'

export const TST_INFO = '1.2.840.113549.1.9.16.1.4'
export const POLICY = '1.2.398.3.3.2.6.4'
export const STREEBOG_512 = '1.2.398.3.10.1.3.3'
export const SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14'
export const TIME_STAMPING = sequence(oid('1.3.6.1.5.5.7.3.8'))

export type InfoOptions = {
  readonly version?: number
  readonly policy?: string
  readonly hash?: string
  readonly imprint?: Uint8Array // MessageImprint
  readonly serial?: bigint
  readonly genTime?: Uint8Array // the element
  readonly rest?: readonly Uint8Array[] // accuracy, ordering, nonce, tsa, extensions
}

/** A certificate of an authority of time. */
export function makeTimestampAuthority(issuer: make.Holder, key: TestKey, options: make.CertificateOptions = {}) {
  const extensions = [make.extension('2.5.29.37', TIME_STAMPING, 'critical'), make.keyUsage(0x80)]
  const subject = { key, name: make.authorityName('TIME-STAMPING AUTHORITY') }
  return make.issue(issuer, subject, { serial: 77n, extensions, ...options })
}

/** The octets of a TSTInfo over these. */
export function makeInfo(stamped: Uint8Array, options: InfoOptions = {}): Uint8Array {
  const { hash = STREEBOG_512 } = options
  const hashed = digest(imprintName(hash) ?? 'sha256', stamped)
  return sequence(
    integer(options.version ?? 1),
    oid(options.policy ?? POLICY),
    options.imprint ?? sequence(sequence(oid(hash), nullValue()), octetString(hashed)),
    integer(options.serial ?? -12345678901234567890n),
    options.genTime ?? generalizedTime(make.NOON),
    ...(options.rest ?? [integer(NONCE)]),
  )
}

export const NONCE = -909616459074013941n // as the national authority echoes those of old clients

export type TokenOptions = InfoOptions & { readonly info?: Uint8Array; readonly cms?: cms.CmsOptions }

/** A TimeStampToken by this authority over these octets, with signing-certificate in its first version. */
export function makeToken(authority: make.Issued, stamped: Uint8Array, options: TokenOptions = {}): Uint8Array {
  const { certificate } = authority
  const bound = (usual: readonly Uint8Array[]) => [
    ...usual.slice(0, 3),
    cms.signingCertificateAttribute(certificate.encoded, 1),
  ]
  return cms.makeCms([authority], {
    content: options.info ?? makeInfo(stamped, options),
    contentType: TST_INFO,
    version: 3,
    ...options.cms,
    oneSigner: { attributes: bound, ...options.cms?.oneSigner },
  })
}

/** The unsigned attribute that holds tokens. */
export function timestampAttribute(...tokens: readonly Uint8Array[]): Uint8Array {
  return cms.attribute(SIGNATURE_TIMESTAMP, ...tokens)
}
