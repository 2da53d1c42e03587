// The lines of a list, indexed by serial number in arrays of numbers: the national list has 422,065 of them in 22 MB,
// and an object for each would take ten times that. RFC 5280 §5.1.2.6.
import { readLength } from '../der/length.ts'
import { primitiveFault } from '../der/primitive.ts'
import { readDer } from '../der/read.ts'
import { Reader } from '../der/reader.ts'
import { INTEGER, readTag, SEQUENCE, UTC_TIME } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { integer } from '../der/write.ts'
import { readExtensions } from '../x509/extension.ts'
import { type CrlEntry, type EntryValues, entryValues, readEntry } from './crl-entry.ts'
import { rebased } from './scan.ts'

/** Plain values, so that threads may hand it to one another. */
export type CrlEntries = {
  readonly list: Uint8Array // the content of revokedCertificates
  readonly count: number
  readonly starts: Uint32Array // where entries begin in `list`, those of one bucket after another
  readonly buckets: Uint32Array // where each bucket begins in `starts`; one more than there are buckets
  readonly issuers: readonly CertificateIssuer[] // of an indirect list, in order
  readonly hasUnknownCritical: boolean
}

/** §5.3.3: whose certificates the entries are from here on. */
type CertificateIssuer = { readonly from: number; readonly names: readonly string[] }

/** An entry with the comparable names of the authority whose certificate it is about, when another than the list's. */
export type FoundEntry = CrlEntry & { readonly issuerNames: readonly string[] | undefined }

/** Reads every entry, as strictly as one alone would be read, and keeps where each is. Throws DerError. */
export function indexEntries(from: Reader, version: 1 | 2): CrlEntries {
  const scan: Scan = { version, starts: [], hashes: [], issuers: [], hasUnknownCritical: false, values: new Map() }
  while (from.left > 0) scanEntry(from, scan)
  const { issuers, hasUnknownCritical } = scan
  return { list: from.bytes, count: scan.starts.length, ...intoBuckets(scan), issuers, hasUnknownCritical }
}

/** Every entry with this serial number. Throws DerError, though not for entries that indexEntries has read. */
export function findEntries(entries: CrlEntries, serial: bigint): readonly FoundEntry[] {
  const { list, starts, buckets, issuers } = entries
  const wanted = integer(serial)
  const bucket = hashOf(readDer(wanted).content) & (buckets.length - 2)
  const candidates = starts.subarray(buckets[bucket], buckets[bucket + 1])
  const found: FoundEntry[] = []
  for (const start of candidates) {
    const from = new Reader(list.subarray(start))
    readTag(from)
    const content = from.take(readLength(from))
    if (Buffer.compare(content.subarray(0, wanted.length), wanted) !== 0) continue
    const issuer = issuers.findLast(candidate => candidate.from <= start)
    found.push({ ...readEntry(list.subarray(start, start + from.position)), issuerNames: issuer?.names })
  }
  return found
}

type Scan = {
  readonly version: 1 | 2
  readonly starts: number[]
  readonly hashes: number[]
  readonly issuers: CertificateIssuer[]
  readonly values: Map<string, EntryValues> // of extensions that were met before, octet for octet the same
  hasUnknownCritical: boolean
}

function scanEntry(from: Reader, scan: Scan): void {
  const start = from.position
  if (readTag(from) !== SEQUENCE) throw from.fault('unexpected')
  const length = readLength(from)
  const entry = new Reader(from.take(length), from.offset - length)
  scan.starts.push(start)
  scan.hashes.push(hashOf(scanSerial(entry)))
  scanTime(entry)
  if (entry.left > 0 && scan.version === 1) throw entry.fault('unexpected') // §5.1.2.1
  if (entry.left > 0) scanExtensions(entry, start, scan)
}

function scanSerial(entry: Reader): Uint8Array {
  if (readTag(entry) !== INTEGER) throw entry.fault('unexpected')
  const content = entry.take(readLength(entry))
  const fault = primitiveFault(INTEGER, content)
  if (fault) throw entry.fault(fault)
  return content
}

/** Most dates can be told at a glance to be right; the others are read as any date is. */
function scanTime(entry: Reader): void {
  const offset = entry.offset
  const start = entry.position
  const tag = readTag(entry)
  const content = entry.take(readLength(entry))
  if (tag === UTC_TIME && isOrdinaryTime(content)) return
  readTime({ tag, offset, content, encoded: entry.bytes.subarray(start, entry.position), children: [] })
}

const HIGHEST = [99, 12, 28, 23, 59, 59] // year, month, day that every month has, hour, minute, second
const LOWEST = [0, 1, 1, 0, 0, 0]
const Z = 0x5a

function isOrdinaryTime(content: Uint8Array): boolean {
  if (content.length !== 13 || content[12] !== Z) return false
  for (let i = 0; i < 6; i++) {
    const tens = (content[2 * i] ?? 0) - 0x30
    const ones = (content[2 * i + 1] ?? 0) - 0x30
    const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9
    const value = tens * 10 + ones
    if (!areDigits || value < (LOWEST[i] ?? 0) || value > (HIGHEST[i] ?? 0)) return false
  }
  return true
}

const MAX_KNOWN = 256 // a list has a dozen different reasons, most of its entries nothing else
const MAX_KNOWN_LENGTH = 32

function scanExtensions(entry: Reader, start: number, scan: Scan): void {
  const offset = entry.offset
  const octets = entry.take(entry.left) // one element, or more than an entry may hold: then this throws
  const name = octets.length <= MAX_KNOWN_LENGTH ? Buffer.from(octets).toString('latin1') : ''
  const known = scan.values.get(name)
  const values = known ?? rebased(offset, () => entryValues(readExtensions(readDer(octets))))
  if (!known && name && scan.values.size < MAX_KNOWN) scan.values.set(name, values)
  if (values.certificateIssuer) scan.issuers.push({ from: start, names: values.certificateIssuer })
  scan.hasUnknownCritical ||= values.hasUnknownCritical
}

/** Counting sort: however many serial numbers share a bucket, by chance or by design, it takes the same time. */
function intoBuckets({ starts, hashes }: Scan): Pick<CrlEntries, 'starts' | 'buckets'> {
  const size = 2 ** Math.ceil(Math.log2(starts.length + 1))
  const buckets = new Uint32Array(size + 1)
  for (const hash of hashes) buckets[(hash & (size - 1)) + 1] = (buckets[(hash & (size - 1)) + 1] ?? 0) + 1
  for (let i = 1; i <= size; i++) buckets[i] = (buckets[i] ?? 0) + (buckets[i - 1] ?? 0)
  const next = buckets.slice()
  const ordered = new Uint32Array(starts.length)
  for (const [i, hash] of hashes.entries()) {
    const bucket = hash & (size - 1)
    const place = next[bucket] ?? 0
    ordered[place] = starts[i] ?? 0
    next[bucket] = place + 1
  }
  return { starts: ordered, buckets }
}

/** FNV-1a, 32 bits. */
function hashOf(octets: Uint8Array): number {
  let hash = 0x811c9dc5
  for (const octet of octets) hash = Math.imul(hash ^ octet, 0x01000193)
  return hash
}
