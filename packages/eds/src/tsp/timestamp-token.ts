// TimeStampToken: a SignedData with one signer over a TSTInfo. RFC 3161 §2.4.2.
import { TST_INFO } from '../cms/oids.ts'
import { readSignedData, type SignedData } from '../cms/signed-data.ts'
import type { SignerInfo } from '../cms/signer-info.ts'
import { EdsError } from '../error.ts'
import { readTstInfo, type TstInfo } from './tst-info.ts'

export type TimestampToken = {
  readonly data: SignedData
  readonly signer: SignerInfo
  readonly content: Uint8Array // the octets of the TSTInfo
  readonly info: TstInfo
}

/**
 * Reads; nothing is verified. Throws DerError; EdsError `not-signed-data`, `content-type-mismatch` for another content,
 * `no-signers`, `timestamp-invalid` for more signers than the one.
 */
export function readTimestampToken(der: Uint8Array): TimestampToken {
  const data = readSignedData(der)
  if (data.contentType !== TST_INFO) throw new EdsError('content-type-mismatch')
  if (!data.content) throw new EdsError('content-missing')
  const [signer, ...others] = data.signers
  if (!signer) throw new EdsError('no-signers')
  if (others.length > 0) throw new EdsError('timestamp-invalid') // no signature but that of the authority
  return { data, signer, content: data.content, info: readTstInfo(data.content) }
}
