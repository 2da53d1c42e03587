// Writes a ZIP archive. PKWARE APPNOTE 6.3 §4.3.7, §4.3.12, §4.3.16. Everything is stored: so the same files give the same bytes
// under every version of zlib, and what lies inside (PDF, DER) hardly shrinks.
import { crc32 } from 'node:zlib'

export type ZipFile = { readonly name: string; readonly content: Uint8Array } // the name in ASCII

const VERSION = 20
const FIRST_DAY = 0x0021 // 1 January 1980, the first that the format knows: the moment is in the files, not on them

export function writeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const file of files) {
    const local = localRecord(file)
    directory.push(centralRecord(file, offset))
    locals.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...locals, central, endRecord({ count: files.length, size: central.length, offset })])
}

function localRecord(file: ZipFile): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  writeFields(header, 4, file)
  return Buffer.concat([header, Buffer.from(file.name, 'ascii'), file.content])
}

function centralRecord(file: ZipFile, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(VERSION, 4)
  writeFields(header, 6, file)
  header.writeUInt32LE(offset, 42)
  return Buffer.concat([header, Buffer.from(file.name, 'ascii')])
}

/** What both records say in the same order: version, flags, method, time, date, checksum, two sizes, two lengths. */
function writeFields(header: Buffer, at: number, { name, content }: ZipFile): void {
  header.writeUInt16LE(VERSION, at)
  header.writeUInt16LE(FIRST_DAY, at + 8)
  header.writeUInt32LE(crc32(content), at + 10)
  header.writeUInt32LE(content.length, at + 14)
  header.writeUInt32LE(content.length, at + 18)
  header.writeUInt16LE(name.length, at + 22)
}

function endRecord({ count, size, offset }: { count: number; size: number; offset: number }): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}
