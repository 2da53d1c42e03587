// Identifiers of Kazakhstan's older signatures: GOST 34.310-2004 with GOST 34.311-95, root.gov.kz/oid, arc
// 1.2.398.3.10.1. They stand apart from algorithms.ts so that whoever accepts them has to say so: a key of 32 octets there
// means Streebog, here it never does.
import type { KeyAlgorithm, SignatureAlgorithm } from './algorithms.ts'
import { CRYPTOPRO_A } from './curve-parameters.ts'
import { KZ } from './layout.ts'

export type LegacyDigestName = 'gost34311'

export type LegacyKeyAlgorithm = Omit<KeyAlgorithm, 'digest'> & { readonly digest: LegacyDigestName }
export type LegacySignatureAlgorithm = Omit<SignatureAlgorithm, 'digest'> & { readonly digest: LegacyDigestName }

/** The layout, the curve and the digest of a subjectPublicKeyInfo with this algorithm and parameter set, if known. */
export function legacyKeyAlgorithm(keyOid: string, parameterSetOid: string): LegacyKeyAlgorithm | undefined {
  return KEYS.get(keyOid)?.get(parameterSetOid)
}

/** The layout, the digest and the octets in half a signature, for the identifier of a signature with its hash. */
export function legacySignatureAlgorithm(oid: string): LegacySignatureAlgorithm | undefined {
  return SIGNATURES.get(oid)
}

/**
 * The digest of a message, named in CMS without parameters (1.2.398.3.10.1.3.1), or of a key, where its parameters
 * (…3.1.1.0, the test substitution) stand for it. Both are the same function; …3.1.1.1 was never seen and is unknown.
 */
export function legacyDigestAlgorithm(oid: string): LegacyDigestName | undefined {
  return DIGESTS.get(oid)
}

// Sets B, C and D (…10.1.1.1.1.2 to .4) are registered, but their curves are not known and no key on them was found.
const KEYS: ReadonlyMap<string, ReadonlyMap<string, LegacyKeyAlgorithm>> = new Map([
  [
    '1.2.398.3.10.1.1.1.1',
    new Map<string, LegacyKeyAlgorithm>([
      ['1.2.398.3.10.1.1.1.1.1', { layout: KZ, curve: CRYPTOPRO_A, digest: 'gost34311' }],
    ]),
  ],
])

const SIGNATURES: ReadonlyMap<string, LegacySignatureAlgorithm> = new Map<string, LegacySignatureAlgorithm>([
  ['1.2.398.3.10.1.1.1.2', { layout: KZ, digest: 'gost34311', bytes: 32 }],
])

const DIGESTS: ReadonlyMap<string, LegacyDigestName> = new Map<string, LegacyDigestName>([
  ['1.2.398.3.10.1.3.1', 'gost34311'],
  ['1.2.398.3.10.1.3.1.1.0', 'gost34311'],
])
