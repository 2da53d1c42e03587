// The name of an entry: one that means the same to everybody, on every system. APPNOTE 4.4.17 and appendix D, narrowed.
import { malformed } from './refuse-zip.ts'

const MAX_OCTETS = 255

/** Throws EdsError for a name that leads out of the archive, or that two programs may read differently. */
export function readName(octets: Uint8Array, isUtf8: boolean): string {
  if (octets.length === 0 || octets.length > MAX_OCTETS) throw malformed('a name of no length, or too long')
  const name = decode(octets, isUtf8)
  if (/[\p{Cc}\p{Cf}\\:*?"<>|]/u.test(name)) throw malformed('a name with characters that names have not')
  const parts = name.replace(/\/$/, '').split('/')
  if (parts.includes('')) throw malformed('a name that leads elsewhere')
  if (parts.some(part => /[. ]$/.test(part)))
    throw malformed('a name that leads elsewhere, or ends as Windows leaves out')
  return name
}

/** Without the flag for UTF-8 the letters beyond ASCII are whatever the writer's machine had. */
function decode(octets: Uint8Array, isUtf8: boolean): string {
  if (!isUtf8 && octets.some(octet => octet > 0x7f)) throw malformed('a name in an unknown alphabet')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    throw malformed('a name that is not UTF-8')
  }
}

/** Names that one system or another takes for the same. */
export function sameNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}
