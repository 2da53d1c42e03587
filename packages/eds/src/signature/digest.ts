// Message digests by identifier: Streebog (RFC 6986) from our own package, SHA-2 (FIPS 180-4) from node:crypto.
import { createHash } from 'node:crypto'
import { digestAlgorithm } from '@otinish/gost/algorithms'
import { streebog256, streebog512 } from '@otinish/gost/streebog'

export type DigestName = 'sha256' | 'sha384' | 'sha512' | 'streebog256' | 'streebog512'

/** The digest that an algorithm identifier names, or undefined for one that we do not compute (SHA-1 among them). */
export function digestName(oid: string): DigestName | undefined {
  return digestAlgorithm(oid) ?? SHA2.get(oid)
}

/** The digest of a message. */
export function digest(name: DigestName, message: Uint8Array): Uint8Array {
  if (name === 'streebog512') return streebog512(message)
  if (name === 'streebog256') return streebog256(message)
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

const SHA2: ReadonlyMap<string, DigestName> = new Map([
  ['2.16.840.1.101.3.4.2.1', 'sha256'], // RFC 5754 §2
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])
