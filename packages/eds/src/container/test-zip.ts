// For tests: ZIP archives written octet by octet, honest ones and others.
import { crc32, deflateRawSync } from 'node:zlib'
import { concat } from '../der/write.ts'

export type TestEntry = {
  readonly name: string | Uint8Array
  readonly content?: Uint8Array
  readonly deflated?: true
  readonly data?: Uint8Array // what lies there in the place of the content
  readonly flags?: number
  readonly method?: number
  readonly version?: number
  readonly crc?: number
  readonly size?: number // promised, in both records
  readonly compressed?: number
  readonly extra?: Uint8Array // of both records
  readonly disk?: number
  readonly offset?: number // told by the directory
  readonly localName?: string
  readonly localSize?: number
  readonly localFlags?: number
  readonly descriptor?: 'marked' | 'plain' | 'false'
  readonly after?: Uint8Array // octets after the entry
}

export type TestArchive = {
  readonly before?: Uint8Array
  readonly between?: Uint8Array // before the directory
  readonly insideEnd?: Uint8Array // at the end of the directory
  readonly comment?: Uint8Array
  readonly count?: number
  readonly disk?: number
  readonly directoryOffset?: number
  readonly reversed?: true // the directory
}

const encode = (text: string) => new TextEncoder().encode(text)
const u16 = (value: number) => Uint8Array.of(value & 0xff, (value >>> 8) & 0xff)
const u32 = (value: number) => concat(u16(value & 0xffff), u16(value >>> 16))

export function zip(entries: readonly TestEntry[], archive: TestArchive = {}): Uint8Array {
  const parts: Uint8Array[] = [archive.before ?? new Uint8Array()]
  const central: Uint8Array[] = []
  for (const entry of entries) {
    const offset = entry.offset ?? lengthOf(parts)
    parts.push(localOf(entry), dataOf(entry), descriptorOf(entry), entry.after ?? new Uint8Array())
    central.push(centralOf(entry, offset))
  }
  parts.push(archive.between ?? new Uint8Array())
  const start = lengthOf(parts)
  const directory = concat(
    ...(archive.reversed ? central.toReversed() : central),
    archive.insideEnd ?? new Uint8Array(),
  )
  const count = archive.count ?? entries.length
  const comment = archive.comment ?? new Uint8Array()
  const end = [u16(archive.disk ?? 0), u16(0), u16(count), u16(count), u32(directory.length)]
  const tail = [u32(archive.directoryOffset ?? start), u16(comment.length), comment]
  return concat(...parts, directory, u32(0x06054b50), ...end, ...tail)
}

const lengthOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0)
const contentOf = ({ content }: TestEntry) => content ?? encode('content')
const dataOf = (entry: TestEntry) =>
  entry.data ?? (entry.deflated ? deflateRawSync(contentOf(entry)) : contentOf(entry))
const nameOf = ({ name }: TestEntry) => (typeof name === 'string' ? encode(name) : name)
const crcOf = (entry: TestEntry) => entry.crc ?? crc32(contentOf(entry))
const sizeOf = (entry: TestEntry) => entry.size ?? contentOf(entry).length
const methodOf = (entry: TestEntry) => entry.method ?? (entry.deflated ? 8 : 0)
const flagsOf = (entry: TestEntry) => entry.flags ?? (entry.descriptor ? 8 : 0)
const compressedOf = (entry: TestEntry) => entry.compressed ?? dataOf(entry).length

function localOf(entry: TestEntry): Uint8Array {
  const name = entry.localName === undefined ? nameOf(entry) : encode(entry.localName)
  const extra = entry.extra ?? new Uint8Array()
  const sizes = entry.descriptor ? [0, 0, 0] : [crcOf(entry), compressedOf(entry), entry.localSize ?? sizeOf(entry)]
  return concat(
    ...[u32(0x04034b50), u16(20), u16(entry.localFlags ?? flagsOf(entry)), u16(methodOf(entry)), u32(0x00210000)],
    ...[...sizes.map(u32), u16(name.length), u16(extra.length), name, extra],
  )
}

function centralOf(entry: TestEntry, offset: number): Uint8Array {
  const [name, extra] = [nameOf(entry), entry.extra ?? new Uint8Array()]
  return concat(
    ...[u32(0x02014b50), u16(20), u16(entry.version ?? 20), u16(flagsOf(entry)), u16(methodOf(entry)), u32(0x00210000)],
    ...[crcOf(entry), compressedOf(entry), sizeOf(entry)].map(u32),
    ...[u16(name.length), u16(extra.length), u16(0), u16(entry.disk ?? 0), u16(0), u32(0), u32(offset), name, extra],
  )
}

function descriptorOf(entry: TestEntry): Uint8Array {
  if (!entry.descriptor) return new Uint8Array()
  const crc = entry.descriptor === 'false' ? 1 : crcOf(entry)
  const fields = [crc, compressedOf(entry), sizeOf(entry)].map(u32)
  return concat(...(entry.descriptor === 'plain' ? [] : [u32(0x08074b50)]), ...fields)
}
