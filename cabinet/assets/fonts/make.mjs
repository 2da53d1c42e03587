// Makes the two weights of the service's font from Noto Sans: WOFF2 for the pages, TTF for the signed PDF.
// The results are committed; run again only to change the letters:
//   npm install --no-save @expo-google-fonts/noto-sans@0.4.2 subset-font@2.9.0 && node cabinet/assets/fonts/make.mjs
// The family is renamed: Typst also looks at the fonts of the machine, and the signed PDF must come out the same everywhere.
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import subsetFont from 'subset-font'

const require = createRequire(import.meta.url)
const WEIGHTS = { 400: '400Regular/NotoSans_400Regular.ttf', 600: '600SemiBold/NotoSans_600SemiBold.ttf' }
// Latin, Cyrillic, Kazakh, and what stands in names of neighbours: the Azerbaijani schwa, Uzbek and Ukrainian apostrophes.
const LETTERS = [range(0x20, 0x7e), range(0xa0, 0x17f), range(0x400, 0x45f), range(0x490, 0x4ff), 'Əəʻʼ'].join('')
const SIGNS = '‐‑–—‘’‚“”„•…‹›€№₸−×\u2009\u202f' // Noto Sans has neither arrows nor ≤: a page draws or words them

for (const [weight, file] of Object.entries(WEIGHTS)) {
  const whole = renamed(await readFile(require.resolve(`@expo-google-fonts/noto-sans/${file}`)))
  for (const [format, ending] of [
    ['woff2', 'woff2'],
    ['truetype', 'ttf'],
  ]) {
    const subset = await subsetFont(whole, LETTERS + SIGNS, { targetFormat: format })
    await writeFile(new URL(`otinish-sans-${weight}.${ending}`, import.meta.url), subset)
    console.log(`otinish-sans-${weight}.${ending} ${subset.length} bytes`)
  }
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')
}

/** The font with "Noto Sans" replaced in its name table (OpenType, "name"). Checksums are made anew by the subsetter. */
function renamed(font) {
  const tables = font.readUInt16BE(4)
  const entry = Array.from({ length: tables }, (_, i) => 12 + 16 * i).find(
    at => font.toString('latin1', at, at + 4) === 'name',
  )
  const old = font.subarray(font.readUInt32BE(entry + 8), font.readUInt32BE(entry + 8) + font.readUInt32BE(entry + 12))
  const records = Array.from({ length: old.readUInt16BE(2) }, (_, i) => old.subarray(6 + 12 * i, 18 + 12 * i))
  const strings = records.map(record => renamedString(old, record))

  const head = Buffer.from(old.subarray(0, 6 + 12 * records.length))
  let offset = 0
  strings.forEach((text, i) => {
    head.writeUInt16BE(text.length, 6 + 12 * i + 8)
    head.writeUInt16BE(offset, 6 + 12 * i + 10)
    offset += text.length
  })
  head.writeUInt16BE(head.length, 4)
  const table = Buffer.concat([head, ...strings])

  const result = Buffer.concat([font, Buffer.alloc((4 - (font.length % 4)) % 4), table])
  result.writeUInt32BE(result.length - table.length, entry + 8)
  result.writeUInt32BE(table.length, entry + 12)
  return result
}

function renamedString(table, record) {
  const start = table.readUInt16BE(4) + record.readUInt16BE(10)
  const bytes = Buffer.from(table.subarray(start, start + record.readUInt16BE(8)))
  const wide = record.readUInt16BE(0) !== 1 // Windows and Unicode platforms write UTF-16BE
  const text = (wide ? bytes.swap16().toString('utf16le') : bytes.toString('latin1'))
    .replaceAll('Noto Sans', 'Otinish Sans')
    .replaceAll('NotoSans', 'OtinishSans')
  return wide ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'latin1')
}
