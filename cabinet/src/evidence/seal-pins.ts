// Which certificates are the fund's, of its seal at present and of those before: pinned by whoever checks, in TRUST_DIR/seals.
import path from 'node:path'
import { sameBytes } from '@otinish/eds/bytes'
import { listCertificates, TrustError } from '../signatures/trust.ts'

export type SealPins = readonly [Uint8Array, ...Uint8Array[]] // DER; no pins, no check: it cannot be written down

const FOLDER = 'seals'

/** Throws TrustError when there is none, or a file is no certificate. */
export function readSealPins(trustDir: string): SealPins {
  const [first, ...others] = listSealPins(trustDir)
  if (!first) throw new TrustError(`TRUST_DIR: no certificate of the fund's seal in ${path.join(trustDir, FOLDER)}`)
  return [first, ...others]
}

/** Maybe none: the service seals all the same, and says that nobody will know it. Throws TrustError for a file that is no certificate. */
export function listSealPins(trustDir: string): readonly Uint8Array[] {
  return listCertificates(path.join(trustDir, FOLDER)).map(({ certificate }) => certificate.encoded)
}

export function isOurs(certificate: Uint8Array, pins: readonly Uint8Array[]): boolean {
  return pins.some(pin => sameBytes(pin, certificate))
}
