// Reads the QR in a picture, as the app's camera does: a PNG, such as a screenshot of the page.
import jsqr from 'jsqr'
import { PNG } from 'pngjs'

const MAX_PIXELS = 40_000_000 // a screenshot of the largest screen

/** The text of the code, or undefined when there is none, or no PNG. */
export function readQrPicture(png: Uint8Array): string | undefined {
  const bytes = Buffer.from(png)
  const isPng = bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG'
  if (!isPng || bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > MAX_PIXELS) return undefined // the sizes in IHDR
  const picture = readPng(bytes)
  if (!picture) return undefined
  const code = jsqr.default(new Uint8ClampedArray(picture.data), picture.width, picture.height)
  return code?.data
}

function readPng(bytes: Buffer): PNG | undefined {
  try {
    return PNG.sync.read(bytes)
  } catch {
    return undefined
  }
}
