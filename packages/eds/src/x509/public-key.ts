// SubjectPublicKeyInfo. RFC 5280 §4.1.2.7; which kind of key it is by the registries of RK, RFC 9215, RFC 3279, RFC 5480.
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { BIT_STRING, SEQUENCE } from '../der/tag.ts'
import { readBitOctets } from '../der/value.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.ts'

/** The key as the certificate carries it; nothing about it has been proved. */
export type SubjectPublicKey = {
  readonly algorithm: AlgorithmIdentifier
  readonly bits: Uint8Array
  readonly encoded: Uint8Array
}

export type KeyKind = 'gost2015-512' | 'gost2015-256' | 'gost2004' | 'rsa' | 'ecdsa' | 'other'

/** Throws DerError. */
export function readSubjectPublicKey(element: Element): SubjectPublicKey {
  const fields = fieldsOf(element)
  const algorithm = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const bits = readBitOctets(fields.required(BIT_STRING))
  fields.end()
  return { algorithm, bits, encoded: element.encoded }
}

/** By the algorithm's identifier alone. */
export function keyKind(key: SubjectPublicKey): KeyKind {
  return KINDS.get(key.algorithm.oid) ?? 'other'
}

const KINDS: ReadonlyMap<string, KeyKind> = new Map([
  ['1.2.398.3.10.1.1.2.2', 'gost2015-512'],
  ['1.2.398.3.10.1.1.2.1', 'gost2015-256'],
  ['1.2.643.7.1.1.1.2', 'gost2015-512'], // the same curves in the Russian registry, RFC 9215 §4
  ['1.2.643.7.1.1.1.1', 'gost2015-256'],
  ['1.2.398.3.10.1.1.1.1', 'gost2004'],
  ['1.3.6.1.4.1.6801.1.5.8', 'gost2004'], // Gamma: the same curve, another envelope
  ['1.2.840.113549.1.1.1', 'rsa'],
  ['1.2.840.10045.2.1', 'ecdsa'],
])
