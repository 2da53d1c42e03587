// A ZIP archive, read so that no two readers see different things in it: entries lie one after another without a gap, from the first
// octet to the directory, each named once, with the size and the checksum that are promised. PKWARE APPNOTE 6.3, ISO/IEC 21320-1.
import { crc32, inflateRawSync } from 'node:zlib'
import { USUAL_ZIP_LIMITS, type ZipLimits } from './limits.ts'
import { malformed, tooLarge } from './refuse-zip.ts'
import { sameNameKey } from './zip-name.ts'
import { type CentralRecord, type LocalRecord, type Method, readDirectory, readLocal } from './zip-records.ts'

export type ZipEntry = {
  readonly name: string
  readonly method: Method
  readonly extra: number // octets of the extra field in its local header
  readonly content: Uint8Array
}

const MAGIC = [0x50, 0x4b] // 'PK': no DER, PEM or base64 of DER begins so

export function looksLikeZip(bytes: Uint8Array): boolean {
  return MAGIC.every((octet, i) => bytes[i] === octet)
}

/** Files in the order in which they lie; folders are left out. Throws EdsError: `container-invalid`, `limit-exceeded`. */
export function readZip(bytes: Uint8Array, limits: ZipLimits = USUAL_ZIP_LIMITS): readonly ZipEntry[] {
  if (bytes.length > limits.bytes) throw tooLarge('too many octets')
  const { records, offset } = readDirectory(bytes, limits)
  const names = new Set(records.map(({ name }) => sameNameKey(name.replace(/\/$/, ''))))
  if (names.size < records.length) throw malformed('two entries with one name')
  checkSizes(records, limits)
  const placed = placeAll(bytes, records, offset)
  return placed
    .filter(({ record: { name } }) => !name.endsWith('/'))
    .map(({ record, local }) => ({
      ...{ name: record.name, method: record.method, extra: local.extra },
      content: unpack(bytes.subarray(local.start, local.start + record.compressed), record),
    }))
}

/** By what the directory promises, before anything is inflated; what is inflated is held to it. */
function checkSizes(records: readonly CentralRecord[], limits: ZipLimits): void {
  const total = records.reduce((sum, { size }) => sum + size, 0)
  if (total > limits.inflated) throw tooLarge('too much inside')
  for (const { name, method, compressed, size } of records) {
    if (method === 'deflated' && size > compressed * limits.ratio) throw tooLarge('an entry that becomes too large')
    if (method === 'stored' && size !== compressed) throw malformed('a stored entry of two sizes')
    if (name.endsWith('/') && size > 0) throw malformed('a folder with content')
  }
}

type Placed = { readonly record: CentralRecord; readonly local: LocalRecord }

function placeAll(bytes: Uint8Array, records: readonly CentralRecord[], directory: number): readonly Placed[] {
  let at = 0
  const placed = records.map(record => {
    if (record.offset !== at) throw malformed('entries that overlap, leave a gap, or are out of order')
    const local = readLocal(bytes.subarray(0, directory), record)
    at = local.end
    return { record, local }
  })
  if (at !== directory) throw malformed('something between the entries and the directory')
  return placed
}

function unpack(data: Uint8Array, { method, size, crc }: CentralRecord): Uint8Array {
  const content = method === 'stored' ? data : inflate(data, size)
  if (crc32(content) !== crc) throw malformed('a checksum that does not fit')
  return content
}

/** Never more than is promised, and from all of the octets that are there. */
function inflate(data: Uint8Array, size: number): Uint8Array {
  const { buffer, used } = inflated(data, size)
  if (buffer.length !== size || used !== data.length) throw malformed('an entry of another size than promised')
  return buffer
}

type WithEngine = { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } }

function inflated(data: Uint8Array, size: number): { readonly buffer: Uint8Array; readonly used: number } {
  try {
    // `info` makes it answer both; its types do not know
    const answer = inflateRawSync(data, { maxOutputLength: Math.max(size, 1), info: true }) as unknown as WithEngine
    return { buffer: answer.buffer, used: answer.engine.bytesWritten }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw malformed(`an entry that cannot be inflated (${cause.code})`)
    throw cause
  }
}
