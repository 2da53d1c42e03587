// Whom we trust to issue certificates: the pinned issuing authorities in TRUST_DIR, read once at start.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { decodeEach } from '@otinish/eds/pem'
import { type Certificate, readCertificate } from '@otinish/eds/x509/certificate'

export type Trust = {
  readonly anchors: readonly [Certificate, ...Certificate[]] // no anchors, no check: it cannot be written down
  readonly intermediates: readonly Certificate[]
}

/** TRUST_DIR does not hold what it must. */
export class TrustError extends Error {
  override readonly name = 'TrustError'
}

export function readTrust(folder: string): Trust {
  const [first, ...others] = readFolder(path.join(folder, 'signers'))
  if (!first) throw new TrustError(`TRUST_DIR: no authority's certificate in ${path.join(folder, 'signers')}`)
  return { anchors: [first, ...others], intermediates: readFolder(path.join(folder, 'intermediates')) }
}

function readFolder(folder: string): Certificate[] {
  return listFolder(folder).flatMap(file => readFile(path.join(folder, file)))
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => /\.(cer|crt|pem|der)$/i.test(name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function readFile(file: string): Certificate[] {
  try {
    return decodeEach(readFileSync(file)).map(readCertificate)
  } catch (cause) {
    throw new TrustError(`TRUST_DIR: ${file} is not a certificate`, { cause })
  }
}
