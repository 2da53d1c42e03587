// Which characters a font has and how wide they are: the tables "cmap", "head", "hhea" and "hmtx" of OpenType, and the way
// WOFF2 packs them (W3C WOFF File Format 2.0, §4.1 and §5).
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

type Tables = ReadonlyMap<string, Buffer>

/** Tables of a .ttf by their tag. */
export function ttfTables(file: string): Tables {
  const font = readFileSync(file)
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
      const at = 12 + 16 * i
      const offset = font.readUInt32BE(at + 8)
      return [font.toString('latin1', at, at + 4), font.subarray(offset, offset + font.readUInt32BE(at + 12))]
    }),
  )
}

const KNOWN_TAGS =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB'
const OTHER_TAG = 0x3f

/** Tables of a .woff2 by their tag; of "glyf", "loca" and "hmtx" only the packed form is there. */
export function woff2Tables(file: string): Tables {
  const font = readFileSync(file)
  const tables = new Map<string, Buffer>()
  const lengths: [string, number][] = []
  let at = 48
  for (let i = 0; i < font.readUInt16BE(12); i++) {
    const flags = font.readUInt8(at++)
    const known = flags & 0x3f
    if (known === OTHER_TAG) at += 4
    const tag = known === OTHER_TAG ? font.toString('latin1', at - 4, at) : KNOWN_TAGS.slice(5 * known, 5 * known + 4)
    const [length, next] = readBase128(font, at)
    const isPacked = (tag === 'glyf' || tag === 'loca') === (flags >> 6 === 0)
    const [kept, end] = isPacked ? readBase128(font, next) : [length, next]
    lengths.push([tag, kept])
    at = end
  }
  const data = brotliDecompressSync(font.subarray(at, at + font.readUInt32BE(20)))
  let offset = 0
  for (const [tag, length] of lengths) {
    tables.set(tag, data.subarray(offset, offset + length))
    offset += length
  }
  return tables
}

/** A number in sevens of bits, and where it ends. */
function readBase128(font: Buffer, from: number): [number, number] {
  let value = 0
  for (let at = from; ; at++) {
    const octet = font.readUInt8(at)
    value = value * 128 + (octet & 0x7f)
    if (octet < 0x80) return [value, at + 1]
  }
}

/** Code points and their glyphs, from the subtables of formats 4 and 12. */
export function glyphsOf(tables: Tables): ReadonlyMap<number, number> {
  const cmap = table(tables, 'cmap')
  const glyphs = new Map<number, number>()
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + 8 * i + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 4) readFormat4(subtable, glyphs)
    if (format === 12) readFormat12(subtable, glyphs)
  }
  return glyphs
}

function readFormat4(table: Buffer, glyphs: Map<number, number>): void {
  const doubled = table.readUInt16BE(6)
  const [ends, starts, deltas, ranges] = [14, 16 + doubled, 16 + 2 * doubled, 16 + 3 * doubled] as const
  for (let i = 0; i < doubled; i += 2) {
    const range = table.readUInt16BE(ranges + i)
    const start = table.readUInt16BE(starts + i)
    for (let code = start; code <= table.readUInt16BE(ends + i) && code < 0xffff; code++) {
      const base = range === 0 ? code : table.readUInt16BE(ranges + i + range + 2 * (code - start))
      const glyph = range !== 0 && base === 0 ? 0 : (base + table.readUInt16BE(deltas + i)) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function readFormat12(table: Buffer, glyphs: Map<number, number>): void {
  for (let i = 0; i < table.readUInt32BE(12); i++) {
    const [start, end, glyph] = [0, 4, 8].map(by => table.readUInt32BE(16 + 12 * i + by)) as [number, number, number]
    for (let code = start; code <= end; code++) glyphs.set(code, glyph + code - start)
  }
}

/** How wide a text stands, in em. Kerning is left out: it moves a label by less than a hair. */
export function widthsOf(tables: Tables): (text: string) => number {
  const glyphs = glyphsOf(tables)
  const unitsPerEm = table(tables, 'head').readUInt16BE(18)
  const measured = table(tables, 'hhea').readUInt16BE(34)
  const hmtx = table(tables, 'hmtx')
  const advance = (letter: string) => {
    const glyph = glyphs.get(letter.codePointAt(0) ?? 0) ?? 0
    return hmtx.readUInt16BE(4 * Math.min(glyph, measured - 1)) / unitsPerEm
  }
  return text => [...text].reduce((sum, letter) => sum + advance(letter), 0)
}

function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag)
  if (!found) throw new Error(`the font has no table "${tag}"`)
  return found
}
