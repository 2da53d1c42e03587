// TimeStampResp: what a time-stamping authority answers. RFC 3161 §2.4.2, PKIStatusInfo of RFC 4210 §5.2.3.
import { DerError } from '../der/error.ts'
import { elementsOf, fieldsOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { BIT_STRING, INTEGER, SEQUENCE, UTF8_STRING } from '../der/tag.ts'
import { readBitString, readSmallInteger } from '../der/value.ts'
import { codeOf, EdsError } from '../error.ts'

export type TimestampResponse =
  | { readonly granted: true; readonly token: Uint8Array }
  | { readonly granted: false; readonly status: TimestampStatus; readonly failure: TimestampFailure | undefined }

export type TimestampStatus = (typeof STATUSES)[number]
export type TimestampFailure = (typeof FAILURES)[number][1]

/** PKIStatus, by number; the first two mean that a token is there. */
const STATUSES = [
  'granted',
  'granted-with-modifications',
  'rejection',
  'waiting',
  'revocation-warning',
  'revocation-notification',
] as const

/** PKIFailureInfo: bits of a BIT STRING. */
const FAILURES = [
  [0, 'bad-algorithm'],
  [2, 'bad-request'],
  [5, 'bad-data-format'],
  [14, 'time-not-available'],
  [15, 'unaccepted-policy'],
  [16, 'unaccepted-extension'],
  [17, 'additional-information-not-available'],
  [25, 'system-failure'],
] as const

/**
 * Reads; the token is verified by verifyTimestamp. Throws EdsError `timestamp-invalid` for what is not a response, with the
 * DerError as its cause.
 */
export function readTimestampResponse(der: Uint8Array): TimestampResponse {
  try {
    return responseFrom(readDer(der))
  } catch (thrown) {
    codeOf(thrown)
    throw new EdsError('timestamp-invalid', { cause: thrown })
  }
}

function responseFrom(root: Element): TimestampResponse {
  const fields = fieldsOf(root)
  const information = fields.required(SEQUENCE)
  const token = fields.optional(SEQUENCE)
  fields.end()
  const { status, failure } = readStatus(information)
  const granted = status === 'granted' || status === 'granted-with-modifications'
  if (granted !== (token !== undefined)) throw new DerError('unexpected', root.offset) // §2.4.2: there if and only if
  return token ? { granted: true, token: token.encoded } : { granted: false, status, failure }
}

function readStatus(element: Element) {
  const fields = fieldsOf(element)
  const number = fields.required(INTEGER)
  const text = fields.optional(SEQUENCE) // PKIFreeText, for people
  const bits = fields.optional(BIT_STRING)
  fields.end()
  if (text) elementsOf(text, SEQUENCE, UTF8_STRING)
  const status = STATUSES[readSmallInteger(number)]
  if (!status) throw new DerError('unexpected', number.offset)
  return { status, failure: bits && firstFailure(bits) }
}

function firstFailure(element: Element): TimestampFailure | undefined {
  const { bytes } = readBitString(element)
  return FAILURES.find(([bit]) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0)?.[1]
}
