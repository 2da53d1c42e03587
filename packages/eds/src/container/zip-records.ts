// The records of a ZIP archive as they stand: its end, the central directory, the local headers. PKWARE APPNOTE 6.3 §4.3.7,
// §4.3.12, §4.3.16, narrowed by ISO/IEC 21320-1: one disk, no encryption, stored or deflated; narrower still: no ZIP64, no comment.
import type { ZipLimits } from './limits.ts'
import { malformed, tooLarge } from './refuse-zip.ts'
import { readName } from './zip-name.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_OCTETS = 30
const CENTRAL_OCTETS = 46
const END_OCTETS = 22

const VERSION = 20 // §4.4.3.2: folders, deflate; what is above is ZIP64, encryption, other methods
const DESCRIPTOR_FOLLOWS = 1 << 3
const UTF8 = 1 << 11
const FLAGS = (1 << 1) | (1 << 2) | DESCRIPTOR_FOLLOWS | UTF8 // §4.4.4; not bit 0, 6, 13: those are encryption

/** §4.5.2, §4.6.9: sizes and names given a second time, so that two readers may see two archives. */
const ZIP64_EXTRA = 0x0001
const IN_ZIP64 = 0xffffffff
const UNICODE_NAME_EXTRA = 0x7075

export type Method = 'stored' | 'deflated'

/** An entry as the central directory has it; `offset` is where its local header begins. */
export type CentralRecord = {
  readonly name: string
  readonly rawName: Uint8Array
  readonly flags: number
  readonly method: Method
  readonly crc: number
  readonly compressed: number
  readonly size: number
  readonly offset: number
}

export type Directory = { readonly records: readonly CentralRecord[]; readonly offset: number }

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Throws EdsError. */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): Directory {
  const view = viewOf(bytes)
  const end = bytes.length - END_OCTETS
  if (end < 0 || view.getUint32(end, true) !== END) throw malformed('no end of the directory at the very end')
  const [disk, directoryDisk, here, count, comment] = [4, 6, 8, 10, 20].map(at => view.getUint16(end + at, true))
  const [size = 0, offset = 0] = [12, 16].map(at => view.getUint32(end + at, true))
  if (disk !== 0 || directoryDisk !== 0 || here !== count || comment !== 0)
    throw malformed('several disks, or a comment')
  if (offset + size !== end) throw malformed('the directory does not reach to its end') // also ZIP64, whose records stand between
  if ((count ?? 0) > limits.entries) throw tooLarge('too many entries')
  return { records: readRecords(bytes, { offset, end, count: count ?? 0 }), offset }
}

type Span = { readonly offset: number; readonly end: number; readonly count: number }

function readRecords(bytes: Uint8Array, { offset, end, count }: Span): readonly CentralRecord[] {
  const records: CentralRecord[] = []
  let at = offset
  for (let i = 0; i < count; i++) {
    const { record, next } = readRecord(bytes.subarray(0, end), at)
    records.push(record)
    at = next
  }
  if (at !== end) throw malformed('the directory holds more than its entries')
  return records
}

function readRecord(bytes: Uint8Array, at: number): { readonly record: CentralRecord; readonly next: number } {
  if (at + CENTRAL_OCTETS > bytes.length) throw malformed('an entry of the directory is cut off')
  const view = viewOf(bytes)
  if (view.getUint32(at, true) !== CENTRAL) throw malformed('no entry where the directory has one')
  const short = (from: number) => view.getUint16(at + from, true)
  const long = (from: number) => view.getUint32(at + from, true)
  const flags = short(8)
  checkForm({ version: short(6) & 0xff, flags, disk: short(34) })
  const [nameLength, extraLength, commentLength] = [short(28), short(30), short(32)]
  const next = at + CENTRAL_OCTETS + nameLength + extraLength + commentLength
  if (next > bytes.length) throw malformed('an entry of the directory is cut off')
  const rawName = bytes.subarray(at + CENTRAL_OCTETS, at + CENTRAL_OCTETS + nameLength)
  checkExtra(bytes.subarray(at + CENTRAL_OCTETS + nameLength, at + CENTRAL_OCTETS + nameLength + extraLength))
  const name = readName(rawName, (flags & UTF8) !== 0)
  const sizes = { compressed: long(20), size: long(24), offset: long(42) }
  if (Object.values(sizes).includes(IN_ZIP64)) throw malformed('an entry with a second size')
  return { record: { name, rawName, flags, method: readMethod(short(10)), crc: long(16), ...sizes }, next }
}

function checkForm({ version, flags, disk }: { version: number; flags: number; disk: number }): void {
  if (version > VERSION) throw malformed('an entry that needs a newer reader')
  if ((flags & ~FLAGS) !== 0) throw malformed('an entry that is encrypted, patched or masked')
  if (disk !== 0) throw malformed('an entry on another disk')
}

function readMethod(method: number): Method {
  if (method !== 0 && method !== 8) throw malformed('an entry that is neither stored nor deflated')
  return method === 0 ? 'stored' : 'deflated'
}

/** §4.5.1: pairs of an identifier and a length. */
function checkExtra(extra: Uint8Array): void {
  const view = viewOf(extra)
  let at = 0
  while (at + 4 <= extra.length) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)]
    if (id === ZIP64_EXTRA || id === UNICODE_NAME_EXTRA) throw malformed('an entry with a second size or name')
    at += 4 + length
  }
  if (at !== extra.length) throw malformed('an extra field that is cut off')
}

export type LocalRecord = {
  readonly start: number // of the entry's octets
  readonly end: number // where the next record begins
  readonly extra: number // octets of its extra field
}

/** The local header says the same as the directory, or it is two archives in one. Throws EdsError. */
export function readLocal(bytes: Uint8Array, record: CentralRecord): LocalRecord {
  const { offset, flags } = record
  if (offset + LOCAL_OCTETS > bytes.length) throw malformed('a local header is cut off')
  const view = viewOf(bytes)
  if (view.getUint32(offset, true) !== LOCAL) throw malformed('no local header where the directory has one')
  const [nameLength, extra] = [view.getUint16(offset + 26, true), view.getUint16(offset + 28, true)]
  const start = offset + LOCAL_OCTETS + nameLength + extra
  const dataEnd = start + record.compressed
  if (dataEnd > bytes.length) throw malformed('an entry is cut off')
  const name = bytes.subarray(offset + LOCAL_OCTETS, offset + LOCAL_OCTETS + nameLength)
  if (Buffer.compare(name, record.rawName) !== 0) throw malformed('two names for one entry')
  checkExtra(bytes.subarray(offset + LOCAL_OCTETS + nameLength, start))
  checkSame(view, record)
  const end = (flags & DESCRIPTOR_FOLLOWS) === 0 ? dataEnd : readDescriptor(view, dataEnd, record)
  return { start, end, extra }
}

/**
 * Where a descriptor follows (§4.4.4, bit 3), the header may leave out what only the end knows. Not of a stored entry: for those who
 * read from the beginning nothing would tell where it ends.
 */
function checkSame(view: DataView, { offset, flags, method, crc, compressed, size }: CentralRecord): void {
  const later = (flags & DESCRIPTOR_FOLLOWS) !== 0 && method === 'deflated'
  const same = (at: number, value: number) => {
    const said = view.getUint32(offset + at, true)
    return said === value || (later && said === 0)
  }
  const told = view.getUint16(offset + 6, true) === flags && readMethod(view.getUint16(offset + 8, true)) === method
  if (!told || !same(14, crc) || !same(18, compressed) || !same(22, size))
    throw malformed('a local header that differs from the directory')
}

const DESCRIPTOR = 0x08074b50

/** §4.3.9: crc and sizes, with or without a mark before them. Answers where it ends. */
function readDescriptor(view: DataView, at: number, { crc, compressed, size }: CentralRecord): number {
  const holds = (from: number) =>
    from + 12 <= view.byteLength &&
    [crc, compressed, size].every((value, i) => view.getUint32(from + 4 * i, true) === value)
  if (at + 4 <= view.byteLength && view.getUint32(at, true) === DESCRIPTOR && holds(at + 4)) return at + 16
  if (holds(at)) return at + 12
  throw malformed('no descriptor after an entry')
}
