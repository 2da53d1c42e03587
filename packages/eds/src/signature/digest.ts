// Message digests by identifier: Streebog (RFC 6986) and GOST 34.311-95 (RFC 5831) from our own package, SHA-2 (FIPS
// 180-4) from node:crypto.
import { createHash } from 'node:crypto'
import { digestAlgorithm } from '@otinish/gost/algorithms'
import { gost34311 } from '@otinish/gost/gost34311'
import { legacyDigestAlgorithm } from '@otinish/gost/legacy-algorithms'
import { streebog256, streebog512 } from '@otinish/gost/streebog'

/** A digest that a signature may be over. */
export type DigestName = 'sha256' | 'sha384' | 'sha512' | 'streebog256' | 'streebog512' | 'gost34311'

/**
 * A digest that may name something which other means protect: a certificate in an OCSP request or an ESS attribute, the
 * octets under a time stamp. Collisions of SHA-1 are feasible, so no signature is over it.
 */
export type ImprintName = DigestName | 'sha1'

/** The digest for signatures that an identifier names, or undefined for one that we do not accept (SHA-1 among them). */
export function digestName(oid: string): DigestName | undefined {
  return digestAlgorithm(oid) ?? legacyDigestAlgorithm(oid) ?? SHA2.get(oid)
}

/** The digest for imprints that an identifier names: those for signatures, and SHA-1. */
export function imprintName(oid: string): ImprintName | undefined {
  return oid === SHA1 ? 'sha1' : digestName(oid)
}

/** The digest of a message. */
export function digest(name: ImprintName, message: Uint8Array): Uint8Array {
  if (name === 'streebog512') return streebog512(message)
  if (name === 'streebog256') return streebog256(message)
  if (name === 'gost34311') return gost34311(message)
  return createHash(name).update(message).digest()
}

/** Digests of one message, each computed once however many signers ask for it. */
export function digestsOf(message: Uint8Array): (name: DigestName) => Uint8Array {
  const known = new Map<DigestName, Uint8Array>()
  return name => {
    const computed = known.get(name) ?? digest(name, message)
    known.set(name, computed)
    return computed
  }
}

const SHA1 = '1.3.14.3.2.26' // RFC 3370 §2.1

const SHA2: ReadonlyMap<string, DigestName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'], // RFC 5754 §2
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])
