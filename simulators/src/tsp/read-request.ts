// TimeStampReq, RFC 3161 §2.4.1. Strict: what the standard does not name is malformed.
import { fieldsOf } from '@otinish/eds/der/fields'
import { type Element, readDer } from '@otinish/eds/der/read'
import {
  BOOLEAN,
  constructedContext,
  INTEGER,
  NULL,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  SEQUENCE,
} from '@otinish/eds/der/tag'
import { readBoolean, readInteger, readOctetString, readOid, readSmallInteger } from '@otinish/eds/der/value'

export type TimestampRequest = {
  readonly imprint: Uint8Array // MessageImprint, DER, echoed as it came
  readonly hashAlgorithm: string
  readonly digest: Uint8Array
  readonly policy: string | undefined
  readonly nonce: bigint | undefined // signed, as any INTEGER
  readonly certificateAsked: boolean
  readonly hasExtensions: boolean
}

/** Throws DerError, or RangeError for a version that is not 1. */
export function readTimestampRequest(bytes: Uint8Array): TimestampRequest {
  const fields = fieldsOf(readDer(bytes))
  if (readSmallInteger(fields.required(INTEGER)) !== 1) throw new RangeError('not version 1')
  const imprint = fields.required(SEQUENCE)
  const policy = fields.optional(OBJECT_IDENTIFIER)
  const nonce = fields.optional(INTEGER)
  const certReq = fields.optional(BOOLEAN)
  const extensions = fields.optional(constructedContext(0))
  fields.end()
  return {
    imprint: imprint.encoded,
    ...readImprint(imprint),
    policy: policy && readOid(policy),
    nonce: nonce && readInteger(nonce),
    certificateAsked: certReq !== undefined && readBoolean(certReq),
    hasExtensions: extensions !== undefined,
  }
}

function readImprint(imprint: Element): Pick<TimestampRequest, 'hashAlgorithm' | 'digest'> {
  const fields = fieldsOf(imprint)
  const algorithm = fieldsOf(fields.required(SEQUENCE))
  const digest = readOctetString(fields.required(OCTET_STRING))
  fields.end()
  const hashAlgorithm = readOid(algorithm.required(OBJECT_IDENTIFIER))
  algorithm.optional(NULL)
  algorithm.end()
  return { hashAlgorithm, digest }
}
