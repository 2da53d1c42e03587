// Certificates by their SHA-256, and lists of those that somebody has decided to trust.
import { createHash } from 'node:crypto'
import type { Certificate } from '../x509/certificate.ts'

/** SHA-256 of the whole DER, 64 lower-case hexadecimal digits. */
export function fingerprintOf({ encoded }: Certificate): string {
  return createHash('sha256').update(encoded).digest('hex')
}

/**
 * The fingerprints in a text, with what is said of each: lines `<64 hexadecimal digits> [name]`, as sha256sum writes them;
 * digits may be in capitals and stand in pairs with colons. Empty lines and those that begin with # are passed over.
 * Throws RangeError with the number of a line that is something else.
 */
export function readFingerprints(text: string): ReadonlyMap<string, string> {
  const lines = text.split(/\r?\n/).map((line, i) => ({ line: line.trim(), number: i + 1 }))
  const entries = lines.filter(({ line }) => line !== '' && !line.startsWith('#'))
  return new Map(entries.map(({ line, number }) => readEntry(line, number)))
}

function readEntry(line: string, number: number): readonly [fingerprint: string, name: string] {
  const [digits = '', ...name] = line.split(/\s+/)
  const fingerprint = digits.replaceAll(/(?<=^(?:..:)*..):/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new RangeError(`line ${number} does not begin with a SHA-256`)
  return [fingerprint, name.join(' ').replace(/^\*/, '')] // sha256sum marks a file read as binary with an asterisk
}
