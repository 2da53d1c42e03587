// A PDF of one page of lines, as another system than the service would make it: ISO 32000-1, a TrueType font embedded whole.
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Font } from './true-type.ts'

export type Line = { readonly text: string; readonly size?: number } // points

const LEFT = 70
const TOP = 770
const USUAL = 11

/** The same lines give the same bytes. */
export function writePdf(title: string, lines: readonly Line[], font: Font): Buffer {
  const glyphs = glyphsOf(lines, font)
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R /Lang (kk) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    stream(Buffer.from(pageContent(lines, font))),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Core /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Core /CIDToGIDMap /Identity /FontDescriptor 7 0 R
/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [${widths(glyphs, font)}] >>`,
    `<< /Type /FontDescriptor /FontName /Core /Flags 4 /ItalicAngle 0 /StemV 80 /CapHeight ${thousandths(font, font.ascent)}
/Ascent ${thousandths(font, font.ascent)} /Descent ${thousandths(font, font.descent)}
/FontBBox [${font.box.map(value => thousandths(font, value)).join(' ')}] /FontFile2 8 0 R >>`,
    stream(font.file, `/Length1 ${font.file.length}`),
    stream(Buffer.from(toUnicode(glyphs))),
    `<< /Title <feff${Buffer.from(title, 'utf16le').swap16().toString('hex')}> /Producer (core) >>`,
  ])
}

/** Glyph to letter, of those that are used. */
function glyphsOf(lines: readonly Line[], font: Font): ReadonlyMap<number, string> {
  const letters = [...new Set(lines.flatMap(({ text }) => [...text]))].sort()
  return new Map(letters.map(letter => [font.glyphOf(letter), letter]))
}

function pageContent(lines: readonly Line[], font: Font): string {
  let y = TOP
  const shown = lines.map(({ text, size = USUAL }) => {
    y -= size * 1.6
    return `/F ${size} Tf 1 0 0 1 ${LEFT} ${y.toFixed(1)} Tm <${[...text].map(letter => hex(font.glyphOf(letter))).join('')}> Tj`
  })
  return `BT\n${shown.join('\n')}\nET`
}

function widths(glyphs: ReadonlyMap<number, string>, font: Font): string {
  return [...glyphs.keys()].map(glyph => `${glyph} [${thousandths(font, font.widthOf(glyph))}]`).join(' ')
}

function thousandths(font: Font, value: number): number {
  return Math.round((value * 1000) / font.unitsPerEm)
}

/** How a reader copies and searches: ISO 32000-1 §9.10.3. At most a hundred letters stand in one block. */
function toUnicode(glyphs: ReadonlyMap<number, string>): string {
  const lines = [...glyphs].map(([glyph, letter]) => `<${hex(glyph)}> <${hex(letter.codePointAt(0) ?? 0)}>`)
  const blocks: string[] = []
  for (let i = 0; i < lines.length; i += 100) {
    const block = lines.slice(i, i + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

function stream(content: Buffer, more = ''): Buffer {
  const packed = deflateSync(content)
  const head = `<< /Length ${packed.length} /Filter /FlateDecode ${more} >>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

/** Objects one after another, where each begins, and where that list begins (§7.5). The last object is the description. */
function assembled(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places: number[] = []
  for (const [i, object] of objects.entries()) {
    places.push(lengthOf(parts))
    parts.push(Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  }
  const start = lengthOf(parts)
  const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32)
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}` +
        `trailer\n<< /Size ${size} /Root 1 0 R /Info ${objects.length} 0 R /ID [<${id}> <${id}>] >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function lengthOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, part) => sum + part.length, 0)
}
