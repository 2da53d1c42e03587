// The dark modules of a QR code as the path of an SVG, with the quiet zone that scanners need (ISO/IEC 18004 §5.3.8).
import { encode } from 'uqr'

const QUIET = 4 // modules on each side

export type QrPath = { readonly path: string; readonly size: number } // of the whole square, quiet zone and all

/** Error correction M: a smudge is survived, and the modules stay large. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  return { path: data.map((row, y) => runs(row, y + QUIET)).join(''), size: size + 2 * QUIET }
}

/** The dark modules of a row, neighbours as one bar: a tenth of the size of a square for each. */
function runs(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    const length = x - from + 1
    path += `M${from + QUIET} ${y}h${length}v1h-${length}z`
  }
  return path
}
