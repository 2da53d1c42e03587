// The kinds of key and signature that are in use: a registry, a curve and a hash.
import type { Curve } from '../src/curve.ts'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from '../src/curve-parameters.ts'
import { gost34311 } from '../src/gost34311.ts'
import { KZ, type Layout, RFC9215 } from '../src/layout.ts'
import { streebog256, streebog512 } from '../src/streebog.ts'

export type Family = {
  readonly layout: Layout
  readonly curve: Curve
  readonly hash: (message: Uint8Array) => Uint8Array
  readonly keyAlgorithm: string
  readonly parameterSet: string
  readonly signatureAlgorithm: string
  readonly digestAlgorithm: string
}

const KZ_512 = {
  layout: KZ,
  hash: streebog512,
  keyAlgorithm: '1.2.398.3.10.1.1.2.2',
  signatureAlgorithm: '1.2.398.3.10.1.1.2.3.2',
  digestAlgorithm: '1.2.398.3.10.1.3.3',
}

const KZ_256 = {
  layout: KZ,
  hash: streebog256,
  keyAlgorithm: '1.2.398.3.10.1.1.2.1',
  signatureAlgorithm: '1.2.398.3.10.1.1.2.3.1',
  digestAlgorithm: '1.2.398.3.10.1.3.2',
}

const KZ_2004 = {
  layout: KZ,
  hash: gost34311,
  keyAlgorithm: '1.2.398.3.10.1.1.1.1',
  signatureAlgorithm: '1.2.398.3.10.1.1.1.2',
  digestAlgorithm: '1.2.398.3.10.1.3.1',
}

const RU_512 = {
  layout: RFC9215,
  hash: streebog512,
  keyAlgorithm: '1.2.643.7.1.1.1.2',
  signatureAlgorithm: '1.2.643.7.1.1.3.3',
  digestAlgorithm: '1.2.643.7.1.1.2.3',
}

const RU_256 = {
  layout: RFC9215,
  hash: streebog256,
  keyAlgorithm: '1.2.643.7.1.1.1.1',
  signatureAlgorithm: '1.2.643.7.1.1.3.2',
  digestAlgorithm: '1.2.643.7.1.1.2.2',
}

export const FAMILIES: readonly Family[] = [
  { ...KZ_512, curve: TC26_512_A, parameterSet: '1.2.398.3.10.1.1.2.2.1' },
  { ...KZ_256, curve: TC26_256_A, parameterSet: '1.2.398.3.10.1.1.2.1.1' },
  { ...KZ_2004, curve: CRYPTOPRO_A, parameterSet: '1.2.398.3.10.1.1.1.1.1' },
  { ...RU_512, curve: TC26_512_A, parameterSet: '1.2.643.7.1.2.1.2.1' },
  { ...RU_512, curve: TC26_512_B, parameterSet: '1.2.643.7.1.2.1.2.2' },
  { ...RU_512, curve: TC26_512_C, parameterSet: '1.2.643.7.1.2.1.2.3' },
  { ...RU_256, curve: TC26_256_A, parameterSet: '1.2.643.7.1.2.1.1.1' },
  { ...RU_256, curve: CRYPTOPRO_A, parameterSet: '1.2.643.7.1.2.1.1.2' },
]
