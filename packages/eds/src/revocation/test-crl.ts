// Lists of revoked certificates for tests, ordinary unless told otherwise. RFC 5280 §5.
import {
  bitString,
  boolean,
  element,
  explicit,
  generalizedTime,
  implicit,
  integer,
  oid,
  sequence,
  time,
} from '../der/write.ts'
import { extension, type Holder, NOON } from '../test-certificates.ts'
import { directory } from '../test-extensions.ts'
import { algorithm } from '../test-keys.ts'
import { type Crl, readCrl } from './crl.ts'

export const HOUR = 60 * 60 * 1000
export const hoursFrom = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR)

export type CrlOptions = {
  readonly version?: 1 | 2
  readonly thisUpdate?: Date // an hour before noon
  readonly nextUpdate?: Date | 'never' // a day after thisUpdate
  readonly entries?: readonly Uint8Array[]
  readonly extensions?: readonly Uint8Array[] // cRLNumber 7 unless said otherwise
  readonly signatureAlgorithm?: Uint8Array // the outer AlgorithmIdentifier
  readonly changeSignature?: (signature: Uint8Array) => Uint8Array
}

/** A complete list by this authority, empty unless it has entries. */
export function makeCrl(issuer: Holder, options: CrlOptions = {}): Crl {
  return readCrl(encodeCrl(issuer, options))
}

/** A delta that continues list 7. */
export function makeDelta(issuer: Holder, options: CrlOptions = {}): Crl {
  return makeCrl(issuer, { extensions: [crlNumber(8), deltaIndicator(7)], thisUpdate: NOON, ...options })
}

export function encodeCrl(issuer: Holder, options: CrlOptions = {}): Uint8Array {
  const { version = 2, thisUpdate = hoursFrom(NOON, -1), entries = [], extensions = [crlNumber(7)] } = options
  const { nextUpdate = hoursFrom(thisUpdate, 24) } = options
  const signedAlgorithm = algorithm(issuer.key.signatureAlgorithm)
  const signedPart = sequence(
    ...(version === 2 ? [integer(1)] : []),
    signedAlgorithm,
    issuer.name,
    time(thisUpdate),
    ...(nextUpdate === 'never' ? [] : [time(nextUpdate)]),
    ...(entries.length > 0 ? [sequence(...entries)] : []),
    ...(extensions.length > 0 ? [explicit(0, sequence(...extensions))] : []),
  )
  const signature = issuer.key.sign(signedPart)
  return sequence(
    signedPart,
    options.signatureAlgorithm ?? signedAlgorithm,
    bitString(options.changeSignature?.(signature) ?? signature),
  )
}

export type EntryOptions = {
  readonly revokedAt?: Date // two hours before noon
  readonly reason?: number
  readonly invalidAt?: Date
  readonly certificateIssuer?: Uint8Array // distinguished name
  readonly extensions?: readonly Uint8Array[]
}

export function crlEntry(serial: bigint, options: EntryOptions = {}): Uint8Array {
  const { revokedAt = hoursFrom(NOON, -2), reason, invalidAt, certificateIssuer } = options
  const extensions = [
    ...(reason === undefined ? [] : [reasonCode(reason)]),
    ...(invalidAt ? [extension('2.5.29.24', generalizedTime(invalidAt))] : []),
    ...(certificateIssuer ? [extension('2.5.29.29', sequence(directory(certificateIssuer)), 'critical')] : []),
    ...(options.extensions ?? []),
  ]
  return sequence(integer(serial), time(revokedAt), ...(extensions.length > 0 ? [sequence(...extensions)] : []))
}

export const reasonCode = (reason: number) => extension('2.5.29.21', enumerated(reason))
export const crlNumber = (number: number, critical?: 'critical') => extension('2.5.29.20', integer(number), critical)
export const deltaIndicator = (base: number) => extension('2.5.29.27', integer(base), 'critical')
export const enumerated = (value: number) => element(0x0a, Uint8Array.of(value))

export type ScopeOptions = {
  readonly name?: Uint8Array // DistributionPointName
  readonly only?: 'user' | 'authority' | 'attribute'
  readonly reasons?: Uint8Array // ReasonFlags
  readonly indirect?: true
}

/** issuingDistributionPoint, §5.2.5. */
export function issuingDistributionPoint({ name, only, reasons, indirect }: ScopeOptions): Uint8Array {
  const flag = (number: number) => implicit(number, boolean(true))
  const value = sequence(
    ...(name ? [explicit(0, name)] : []),
    ...(only === 'user' ? [flag(1)] : []),
    ...(only === 'authority' ? [flag(2)] : []),
    ...(reasons ? [implicit(3, reasons)] : []),
    ...(indirect ? [flag(4)] : []),
    ...(only === 'attribute' ? [flag(5)] : []),
  )
  return extension('2.5.29.28', value, 'critical')
}

export type PointOptions = {
  readonly name?: Uint8Array // DistributionPointName
  readonly reasons?: Uint8Array // ReasonFlags
  readonly crlIssuer?: Uint8Array // distinguished name
}

/** cRLDistributionPoints, §4.2.1.13. */
export function distributionPoints(...points: readonly PointOptions[]): Uint8Array {
  const encoded = points.map(({ name, reasons, crlIssuer }) =>
    sequence(
      ...(name ? [explicit(0, name)] : []),
      ...(reasons ? [implicit(1, reasons)] : []),
      ...(crlIssuer ? [implicit(2, sequence(directory(crlIssuer)))] : []),
    ),
  )
  return extension('2.5.29.31', sequence(...encoded))
}

/** DistributionPointName of full names, each a GeneralName. */
export const fullName = (...names: readonly Uint8Array[]) => implicit(0, sequence(...names))

/** DistributionPointName relative to the issuer: one attribute. */
export function relativeName(dotted: string, value: Uint8Array): Uint8Array {
  return element(0xa1, sequence(oid(dotted), value))
}

/** ReasonFlags: bit n of a named bit list, trailing zeros left out. */
export function reasonFlags(...bits: readonly number[]): Uint8Array {
  const value = bits.reduce((sum, bit) => sum | (0x8000 >> bit), 0)
  const octets = (value & 0xff) === 0 ? [value >> 8] : [value >> 8, value & 0xff]
  const unused = (octets.at(-1) ?? 0) === 0 ? 0 : 31 - Math.clz32((octets.at(-1) ?? 0) & -(octets.at(-1) ?? 0))
  return bitString(Uint8Array.from(octets), unused)
}
