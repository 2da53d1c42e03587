// Regular files of a tar archive in gzip: the form in which public corpora are handed on. POSIX.1-2017, pax, "ustar".
import { gunzipSync } from 'node:zlib'

export type Entry = { readonly name: string; readonly bytes: Uint8Array }

const BLOCK = 512
const MAX_BYTES = 64 * 1024 * 1024 // unpacked; the largest corpus read here has three megabytes
const REGULAR = new Set(['0', '\0'])

/** The files in the order of the archive. Throws RangeError where a header is damaged. */
export function* readTarGz(archive: Uint8Array): Generator<Entry> {
  const tar = gunzipSync(archive, { maxOutputLength: MAX_BYTES })
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK)
    if (header.every(octet => octet === 0)) return // two blocks of zeros end the archive
    const size = octal(header.subarray(124, 136))
    const start = at + BLOCK
    if (!isUnharmed(header) || start + size > tar.length) throw new RangeError(`tar header damaged at byte ${at}`)
    if (REGULAR.has(text(header.subarray(156, 157), 'kept'))) {
      yield { name: text(header.subarray(0, 100)), bytes: Uint8Array.from(tar.subarray(start, start + size)) }
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}

/** The sum of the header's octets, its own field counted as spaces. */
function isUnharmed(header: Uint8Array): boolean {
  const sum = header.reduce((total, octet, i) => total + (i >= 148 && i < 156 ? 0x20 : octet), 0)
  return sum === octal(header.subarray(148, 156))
}

function octal(field: Uint8Array): number {
  return Number.parseInt(text(field).trim() || '0', 8)
}

function text(field: Uint8Array, zeros?: 'kept'): string {
  const whole = Buffer.from(field).toString('latin1')
  return zeros ? whole : (whole.split('\0')[0] ?? '')
}
