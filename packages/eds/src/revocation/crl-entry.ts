// One line of a list of revoked certificates. RFC 5280 §5.1.2.6, its extensions §5.3.
import { DerError } from '../der/error.ts'
import { fieldsOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { GENERALIZED_TIME, INTEGER, SEQUENCE } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { readInteger } from '../der/value.ts'
import { type Extension, extensionValue, readExtensions } from '../x509/extension.ts'
import { readGeneralNames } from '../x509/general-name.ts'
import { comparableName } from './comparable-general-name.ts'
import { type RevocationReason, readReason } from './revocation-reason.ts'

export type CrlEntry = EntryValues & { readonly serial: bigint; readonly revokedAt: Date }

/** What the extensions of an entry say. */
export type EntryValues = {
  readonly reason: RevocationReason // absent means unspecified, §5.3.1
  readonly invalidAt: Date | undefined // since when the key is known or suspected to be in other hands, §5.3.2
  readonly certificateIssuer: readonly string[] | undefined // comparable names; in an indirect list, §5.3.3
  readonly hasUnknownCritical: boolean
}

const REASON_CODE = '2.5.29.21'
const INVALIDITY_DATE = '2.5.29.24'
const CERTIFICATE_ISSUER = '2.5.29.29'
const UNDERSTOOD: ReadonlySet<string> = new Set([REASON_CODE, INVALIDITY_DATE, CERTIFICATE_ISSUER])

export const NO_VALUES: EntryValues = {
  reason: 'unspecified',
  invalidAt: undefined,
  certificateIssuer: undefined,
  hasUnknownCritical: false,
}

/** Throws DerError. */
export function readEntry(der: Uint8Array): CrlEntry {
  const fields = fieldsOf(readDer(der))
  const serial = readInteger(fields.required(INTEGER))
  const revokedAt = readTime(fields.any())
  const extensions = fields.optional(SEQUENCE)
  fields.end()
  return { serial, revokedAt, ...(extensions ? entryValues(readExtensions(extensions)) : NO_VALUES) }
}

/** Throws DerError. An OCSP answer may carry the same extensions (RFC 6960 §4.4.5). */
export function entryValues(extensions: readonly Extension[]): EntryValues {
  return {
    reason: extensionValue(extensions, REASON_CODE, readReason) ?? 'unspecified',
    invalidAt: extensionValue(extensions, INVALIDITY_DATE, readGeneralizedTime),
    certificateIssuer: extensionValue(extensions, CERTIFICATE_ISSUER, readIssuerNames),
    hasUnknownCritical: extensions.some(({ oid, critical }) => critical && !UNDERSTOOD.has(oid)),
  }
}

/** The moment from which the certificate does not hold: the earlier of the two dates (§5.3.2). */
export function revokedSince({ revokedAt, invalidAt }: Pick<CrlEntry, 'revokedAt' | 'invalidAt'>): Date {
  return invalidAt && invalidAt < revokedAt ? invalidAt : revokedAt
}

/** §5.3.2: GeneralizedTime only. */
function readGeneralizedTime(value: Element): Date {
  if (value.tag !== GENERALIZED_TIME) throw new DerError('unexpected', value.offset)
  return readTime(value)
}

function readIssuerNames(value: Element): readonly string[] {
  return readGeneralNames(value).map(comparableName)
}
