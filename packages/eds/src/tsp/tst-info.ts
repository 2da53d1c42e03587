// TSTInfo: what a time-stamping authority states. RFC 3161 §2.4.2.
import { DerError } from '../der/error.ts'
import { fieldsOf, insideOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import {
  BOOLEAN,
  constructedContext,
  GENERALIZED_TIME,
  INTEGER,
  OBJECT_IDENTIFIER,
  primitiveContext,
  SEQUENCE,
} from '../der/tag.ts'
import { readFractionalTime } from '../der/time.ts'
import { readBoolean, readInteger, readOid, readSmallInteger } from '../der/value.ts'
import { type Extension, readExtensions } from '../x509/extension.ts'
import { type MessageImprint, readMessageImprint } from './message-imprint.ts'

export type TstInfo = {
  readonly policy: string
  readonly imprint: MessageImprint
  readonly serial: bigint // two's complement: the national authority's may be negative
  readonly genTime: Date
  readonly nonce: bigint | undefined // may be negative as well
  readonly authority: Element | undefined // GeneralName
  readonly extensions: readonly Extension[]
}

/** Throws DerError, EdsError `algorithm-unsupported`. */
export function readTstInfo(der: Uint8Array): TstInfo {
  const fields = fieldsOf(readDer(der))
  const version = fields.required(INTEGER)
  if (readSmallInteger(version) !== 1) throw new DerError('unexpected', version.offset)
  const policy = readOid(fields.required(OBJECT_IDENTIFIER))
  const imprint = readMessageImprint(fields.required(SEQUENCE))
  const serial = readInteger(fields.required(INTEGER))
  const genTime = readFractionalTime(fields.required(GENERALIZED_TIME))
  checkAccuracy(fields.optional(SEQUENCE))
  checkOrdering(fields.optional(BOOLEAN))
  const nonce = fields.optional(INTEGER)
  const authority = fields.optional(constructedContext(0))
  const extensions = fields.optional(constructedContext(1))
  fields.end()
  return {
    ...{ policy, imprint, serial, genTime },
    nonce: nonce && readInteger(nonce),
    authority: authority && onlyChildOf(authority),
    extensions: extensions ? readExtensions(asSequence(extensions)) : [],
  }
}

/** Accuracy: seconds, and [0] millis and [1] micros of 1 to 999. Judged by its form alone: genTime is what counts. */
function checkAccuracy(element: Element | undefined): void {
  if (!element) return
  const fields = fieldsOf(element)
  const seconds = fields.optional(INTEGER)
  const fractions = [fields.optional(primitiveContext(0)), fields.optional(primitiveContext(1))]
  fields.end()
  if (seconds) readSmallInteger(seconds)
  for (const fraction of fractions) {
    if (fraction && !isFraction(fraction.content)) throw new DerError('integer-malformed', fraction.offset)
  }
}

/** An IMPLICIT INTEGER of 1 to 999 has one octet or two. */
function isFraction(content: Uint8Array): boolean {
  const [high = 0, low] = content
  if (low === undefined) return content.length === 1 && high >= 1 && high <= 0x7f
  const value = high * 256 + low
  return content.length === 2 && value >= 0x80 && value <= 999
}

/** DEFAULT FALSE is not written, X.690 §11.5. */
function checkOrdering(element: Element | undefined): void {
  if (element && !readBoolean(element)) throw new DerError('boolean-malformed', element.offset)
}

/** tsa is [0] EXPLICIT: a GeneralName is a choice of tags. */
function onlyChildOf(wrapper: Element): Element {
  const [tagged] = wrapper.children
  return insideOf(wrapper, tagged?.tag ?? SEQUENCE)
}

/** [1] IMPLICIT Extensions. */
function asSequence(element: Element): Element {
  return { ...element, tag: SEQUENCE }
}
