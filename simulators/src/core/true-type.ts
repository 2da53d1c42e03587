// What a PDF needs to know of a TrueType font: the glyph of each letter and its width. OpenType 1.9, tables head, hhea, hmtx, cmap.

export type Font = {
  readonly file: Buffer
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly box: readonly [number, number, number, number]
  readonly glyphOf: (letter: string) => number // 0 where the font has none
  readonly widthOf: (glyph: number) => number // in font units
}

export function readFont(file: Buffer): Font {
  const at = (name: string) => tableAt(file, name)
  const head = at('head')
  const hhea = at('hhea')
  const hmtx = at('hmtx')
  const measured = file.readUInt16BE(hhea + 34) // later glyphs are as wide as the last of these
  return {
    file,
    unitsPerEm: file.readUInt16BE(head + 18),
    ascent: file.readInt16BE(hhea + 4),
    descent: file.readInt16BE(hhea + 6),
    box: [0, 2, 4, 6].map(i => file.readInt16BE(head + 36 + i)) as unknown as Font['box'],
    glyphOf: glyphs(file, unicodeMap(file, at('cmap'))),
    widthOf: glyph => file.readUInt16BE(hmtx + 4 * Math.min(glyph, measured - 1)),
  }
}

function tableAt(file: Buffer, name: string): number {
  const count = file.readUInt16BE(4)
  const entry = Array.from({ length: count }, (_, i) => 12 + 16 * i).find(
    place => file.toString('latin1', place, place + 4) === name,
  )
  if (entry === undefined) throw new Error(`the font has no table ${name}`)
  return file.readUInt32BE(entry + 8)
}

/** The subtable for Unicode in two bytes (platform 3, encoding 1), which is of format 4. */
function unicodeMap(file: Buffer, cmap: number): number {
  const count = file.readUInt16BE(cmap + 2)
  for (let i = 0; i < count; i++) {
    const record = cmap + 4 + 8 * i
    const table = cmap + file.readUInt32BE(record + 4)
    if (file.readUInt16BE(record) === 3 && file.readUInt16BE(record + 2) === 1 && file.readUInt16BE(table) === 4)
      return table
  }
  throw new Error('the font has no map of Unicode in format 4')
}

/** Segments of letters, each with its last, its first, and how a glyph is reckoned from a letter. */
function glyphs(file: Buffer, table: number): (letter: string) => number {
  const double = file.readUInt16BE(table + 6) // twice the number of segments
  const [ends, starts] = [table + 14, table + 16 + double]
  const [deltas, offsets] = [starts + double, starts + 2 * double]
  return letter => {
    const code = letter.codePointAt(0) ?? 0
    for (let i = 0; i < double; i += 2) {
      if (code > file.readUInt16BE(ends + i)) continue
      const start = file.readUInt16BE(starts + i)
      if (code < start) return 0
      const delta = file.readInt16BE(deltas + i)
      const offset = file.readUInt16BE(offsets + i)
      if (offset === 0) return (code + delta) & 0xffff
      const glyph = file.readUInt16BE(offsets + i + offset + 2 * (code - start))
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff
    }
    return 0
  }
}
