// What the test authority has revoked: one entry serves its OCSP answers and its lists.
import { readHolder } from './holder.ts'
import type { SigningKey } from './signing-key.ts'

export type Revocation = {
  readonly by: SigningKey['kind'] // which of the two issuing authorities
  readonly serial: string // hexadecimal, of the certificate
  readonly at: string // ISO, to the second
  readonly reason: number // RFC 5280 §5.3.1
}

export const REASON = { unspecified: 0, keyCompromise: 1, superseded: 4, certificateHold: 6 } as const

/** The revocation of this certificate, if it is revoked at this moment. */
export function findRevocation(
  known: readonly Revocation[],
  { by, serial }: Pick<Revocation, 'by' | 'serial'>,
  now: Date,
): Revocation | undefined {
  return known.find(entry => entry.by === by && entry.serial === serial && Date.parse(entry.at) <= now.getTime())
}

/** The entry that revokes this certificate, of either issuing authority. */
export function revocationOf(certificate: Uint8Array, at: Date, reason: number = REASON.keyCompromise): Revocation {
  const { serial, issuedBy } = readHolder(certificate)
  return { by: issuedBy, serial: hexOf(serial), at: at.toISOString(), reason }
}

/** A serial number as the register writes it: hexadecimal, without the octet that only keeps it positive. */
export function hexOf(serial: Uint8Array): string {
  return Buffer.from(serial)
    .toString('hex')
    .replace(/^00(?=[89a-f])/, '')
}
