// The parameter sets that both sides know, by the names of both.
import type { Curve } from '@otinish/gost/curve'
import { CRYPTOPRO_A, TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from '@otinish/gost/curve-parameters'
import { streebog256, streebog512 } from '@otinish/gost/streebog'

export type ParameterSet = {
  readonly curve: Curve
  readonly hash: (message: Uint8Array) => Uint8Array
  readonly key: string
  readonly set: string
  readonly signature: string
  readonly digest: string
  /** Of openssl's -newkey and -pkeyopt paramset. */
  readonly openssl: { readonly key: 'gost2012_256' | 'gost2012_512'; readonly set: string }
  /** The same curve and hash in Kazakhstan, where they are registered. */
  readonly kz?: { readonly key: string; readonly set: string; readonly signature: string }
}

const LONG = {
  hash: streebog512,
  key: '1.2.643.7.1.1.1.2',
  signature: '1.2.643.7.1.1.3.3',
  digest: '1.2.643.7.1.1.2.3',
}
const SHORT = {
  hash: streebog256,
  key: '1.2.643.7.1.1.1.1',
  signature: '1.2.643.7.1.1.3.2',
  digest: '1.2.643.7.1.1.2.2',
}

export const PARAMETER_SETS: readonly ParameterSet[] = [
  {
    ...LONG,
    curve: TC26_512_A,
    set: '1.2.643.7.1.2.1.2.1',
    openssl: { key: 'gost2012_512', set: 'A' },
    kz: { key: '1.2.398.3.10.1.1.2.2', set: '1.2.398.3.10.1.1.2.2.1', signature: '1.2.398.3.10.1.1.2.3.2' },
  },
  { ...LONG, curve: TC26_512_B, set: '1.2.643.7.1.2.1.2.2', openssl: { key: 'gost2012_512', set: 'B' } },
  { ...LONG, curve: TC26_512_C, set: '1.2.643.7.1.2.1.2.3', openssl: { key: 'gost2012_512', set: 'C' } },
  {
    ...SHORT,
    curve: TC26_256_A,
    set: '1.2.643.7.1.2.1.1.1',
    openssl: { key: 'gost2012_256', set: 'TCA' },
    kz: { key: '1.2.398.3.10.1.1.2.1', set: '1.2.398.3.10.1.1.2.1.1', signature: '1.2.398.3.10.1.1.2.3.1' },
  },
  { ...SHORT, curve: CRYPTOPRO_A, set: '1.2.643.2.2.35.1', openssl: { key: 'gost2012_256', set: 'A' } },
]

/** The one whose turn it is. */
export function parameterSet(i: number): ParameterSet {
  return PARAMETER_SETS[i % PARAMETER_SETS.length] as ParameterSet // the index is below the length
}
