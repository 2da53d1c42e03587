// TimeStampToken, RFC 3161 §2.4.2, in the national shape: CMS of version 3, signingCertificate of version 1 (RFC 2634 §5.4),
// no accuracy, no name of the authority, a serial number that may be negative.
import { createHash, randomBytes } from 'node:crypto'
import { INTEGER } from '@otinish/eds/der/tag'
import {
  element,
  explicit,
  generalizedTime,
  implicit,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  time,
} from '@otinish/eds/der/write'
import { attribute, signerInfo } from '../cms/signer-info.ts'
import { DIGEST } from '../pki/algorithms.ts'
import type { Office } from '../pki/authority.ts'
import { digestFor } from '../pki/signing-key.ts'

const SIGNED_DATA = oid('1.2.840.113549.1.7.2')
const TST_INFO = oid('1.2.840.113549.1.9.16.1.4')
const SERIAL_BYTES = 20

export type TokenDraft = {
  readonly by: Office
  readonly policy: string
  readonly imprint: Uint8Array // MessageImprint, DER
  readonly at: Date
  readonly nonce: bigint | undefined
  readonly withCertificate: boolean
}

/** The token in DER. */
export function writeTimestampToken(draft: TokenDraft): Uint8Array {
  const { by, at } = draft
  const info = tstInfo(draft)
  const signer = signerInfo(by, [
    attribute('1.2.840.113549.1.9.3', TST_INFO),
    attribute('1.2.840.113549.1.9.5', time(at)),
    attribute('1.2.840.113549.1.9.16.2.12', signingCertificate(by.certificate)),
    attribute('1.2.840.113549.1.9.4', octetString(digestFor(by.key, info))),
  ])
  const signedData = sequence(
    integer(3), // RFC 5652 §5.1: the content is not id-data
    setOf(DIGEST[by.key.kind]),
    sequence(TST_INFO, explicit(0, octetString(info))),
    ...(draft.withCertificate ? [implicit(0, setOf(by.certificate))] : []),
    setOf(signer),
  )
  return sequence(SIGNED_DATA, explicit(0, signedData))
}

function tstInfo({ policy, imprint, at, nonce }: TokenDraft): Uint8Array {
  return sequence(
    integer(1),
    oid(policy),
    imprint,
    serialNumber(),
    generalizedTime(at),
    ...(nonce === undefined ? [] : [integer(nonce)]),
  )
}

/** Twenty random octets read as two's complement; the first is neither 00 nor FF, which DER might have to leave out. */
function serialNumber(): Uint8Array {
  const octets = randomBytes(SERIAL_BYTES)
  const first = octets[0] ?? 0
  return element(INTEGER, octets.with(0, first === 0x00 || first === 0xff ? first ^ 0x55 : first))
}

/** RFC 2634 §5.4.1: the SHA-1 of the certificate, and nothing else of it. */
function signingCertificate(certificate: Uint8Array): Uint8Array {
  const hash = createHash('sha1').update(certificate).digest()
  return sequence(sequence(sequence(octetString(hash))))
}
