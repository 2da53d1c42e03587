// TimeStampReq: what a time-stamping authority is asked. RFC 3161 §2.4.1.
import { boolean, integer, nullValue, octetString, oid, sequence } from '../der/write.ts'

export type TimestampRequest = {
  readonly digestAlgorithm: string // the identifier of the hash
  readonly digest: Uint8Array
  /** Any INTEGER, written in two's complement: the answer has to hold the same, sign included. */
  readonly nonce: bigint
  readonly policy?: string // the authority chooses otherwise
  readonly certReq?: boolean // whether the answer is to hold the authority's certificate; yes unless said otherwise
}

/** The DER of a request, for POST as application/timestamp-query. Throws RangeError for what is no identifier. */
export function writeTimestampRequest(request: TimestampRequest): Uint8Array {
  const { digestAlgorithm, digest, nonce, policy, certReq = true } = request
  return sequence(
    integer(1), // v1
    sequence(sequence(oid(digestAlgorithm), nullValue()), octetString(digest)),
    ...(policy === undefined ? [] : [oid(policy)]),
    integer(nonce),
    ...(certReq ? [boolean(true)] : []), // DEFAULT FALSE
  )
}
