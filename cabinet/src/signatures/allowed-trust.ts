// Whom production may trust: the national authorities by their fingerprints, and those on a list that a setting names.
import { readFileSync } from 'node:fs'
import { NATIONAL_AUTHORITIES } from '@otinish/eds/national-fingerprints'
import { fingerprintOf, readFingerprints } from '@otinish/eds/trust/fingerprint'
import { formatName } from '@otinish/eds/x509/name'
import { listTrust, TrustError, type TrustedFile } from './trust.ts'

/** What is wrong with TRUST_DIR in production, one sentence each. `extra`: a file of further fingerprints. */
export function trustMistakes(folder: string, extra: string | undefined): string[] {
  try {
    const allowed = extra === undefined ? new Map() : allowedBy(extra)
    const files = listTrust(folder)
    const nobody = files.every(({ part }) => part !== 'anchors')
    const missing = nobody ? [`TRUST_DIR: no authority's certificate in ${folder}/signers`] : []
    return [...missing, ...files.flatMap(file => mistakeIn(file, allowed))]
  } catch (error) {
    if (error instanceof TrustError) return [error.message]
    throw error
  }
}

/** A test authority is refused whatever list it stands on: the certificates of its persons look real. */
function mistakeIn({ file, part, certificate }: TrustedFile, allowed: ReadonlyMap<string, string>): string[] {
  const fingerprint = fingerprintOf(certificate)
  const national = NATIONAL_AUTHORITIES.find(({ sha256 }) => sha256 === fingerprint)
  if (TEST.test(formatName(certificate.subject))) return [`TRUST_DIR: ${file} is a test authority`]
  if (allowed.has(fingerprint)) return []
  if (!national) return [`TRUST_DIR: ${file} is not a known authority: SHA-256 ${fingerprint}`]
  const tooMuch = part === 'anchors' && national.is === 'root'
  return tooMuch ? [`TRUST_DIR: ${file} is a root: trust the authority that issues to persons in its place`] : []
}

const TEST = /(?<!\p{L})(test|тест)(?!\p{L})/iu // the national test authorities and the simulated one say it in their names

function allowedBy(file: string): ReadonlyMap<string, string> {
  try {
    return readFingerprints(readFileSync(file, 'utf8'))
  } catch (cause) {
    const why = cause instanceof RangeError ? cause.message : 'it cannot be read'
    throw new TrustError(`TRUST_FINGERPRINTS: ${file}: ${why}`, { cause })
  }
}
