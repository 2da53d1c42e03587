// Object identifiers and what they mean. Kazakhstan: the registry at root.gov.kz/oid, arc 1.2.398.3.10.1;
// Russia: RFC 9215 §2 to §4, arc 1.2.643.7.1. The arc alone says which layout the octets have; nothing is tried.
import type { Curve } from './curve.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from './curve-parameters.ts'
import { KZ, type Layout, RFC9215 } from './layout.ts'

export type DigestName = 'streebog256' | 'streebog512'
/** `digest` is the only one that goes with the key. */
export type KeyAlgorithm = { readonly layout: Layout; readonly curve: Curve; readonly digest: DigestName }
export type SignatureAlgorithm = { readonly layout: Layout; readonly digest: DigestName; readonly bytes: 32 | 64 }

/** The layout, curve and digest of a subjectPublicKeyInfo with this algorithm and parameter set, if both are known. */
export function keyAlgorithm(keyOid: string, parameterSetOid: string): KeyAlgorithm | undefined {
  const family = KEYS.get(keyOid)
  const curve = family?.curves.get(parameterSetOid)
  return family && curve && { layout: family.layout, curve, digest: family.digest }
}

/** The layout, the digest and the octets in half a signature, for the identifier of a signature with its hash. */
export function signatureAlgorithm(oid: string): SignatureAlgorithm | undefined {
  return SIGNATURES.get(oid)
}

export function digestAlgorithm(oid: string): DigestName | undefined {
  return DIGESTS.get(oid)
}

type KeyFamily = {
  readonly layout: Layout
  readonly digest: DigestName
  readonly curves: ReadonlyMap<string, Curve>
}

// GOST 34.310-2004 (…10.1.1.1.1) is in legacy-algorithms.ts: its 32 octets go with another hash. The test parameter sets of
// the Russian registry are left out for good: their numbers are for examples.
const KEYS: ReadonlyMap<string, KeyFamily> = new Map([
  [
    '1.2.398.3.10.1.1.2.1',
    { layout: KZ, digest: 'streebog256', curves: new Map([['1.2.398.3.10.1.1.2.1.1', TC26_256_A]]) },
  ],
  [
    '1.2.398.3.10.1.1.2.2',
    { layout: KZ, digest: 'streebog512', curves: new Map([['1.2.398.3.10.1.1.2.2.1', TC26_512_A]]) },
  ],
  [
    '1.2.643.7.1.1.1.1',
    {
      layout: RFC9215,
      digest: 'streebog256',
      curves: new Map([
        ['1.2.643.7.1.2.1.1.1', TC26_256_A],
        ['1.2.643.7.1.2.1.1.2', CRYPTOPRO_A],
        ['1.2.643.2.2.35.1', CRYPTOPRO_A], // older names of the same set
        ['1.2.643.2.2.36.0', CRYPTOPRO_A],
      ]),
    },
  ],
  [
    '1.2.643.7.1.1.1.2',
    {
      layout: RFC9215,
      digest: 'streebog512',
      curves: new Map([
        ['1.2.643.7.1.2.1.2.1', TC26_512_A],
        ['1.2.643.7.1.2.1.2.2', TC26_512_B],
        ['1.2.643.7.1.2.1.2.3', TC26_512_C],
      ]),
    },
  ],
])

const SIGNATURES: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['1.2.398.3.10.1.1.2.3.1', { layout: KZ, digest: 'streebog256', bytes: 32 }],
  ['1.2.398.3.10.1.1.2.3.2', { layout: KZ, digest: 'streebog512', bytes: 64 }],
  ['1.2.643.7.1.1.3.2', { layout: RFC9215, digest: 'streebog256', bytes: 32 }],
  ['1.2.643.7.1.1.3.3', { layout: RFC9215, digest: 'streebog512', bytes: 64 }],
])

const DIGESTS: ReadonlyMap<string, DigestName> = new Map([
  ['1.2.398.3.10.1.3.2', 'streebog256'],
  ['1.2.398.3.10.1.3.3', 'streebog512'],
  ['1.2.643.7.1.1.2.2', 'streebog256'],
  ['1.2.643.7.1.1.2.3', 'streebog512'],
])
