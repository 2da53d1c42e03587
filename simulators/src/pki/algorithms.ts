// AlgorithmIdentifiers of the national profile as DER: GOST-2015 of 512 bits and RSA with SHA-256, NULL always written.
import { nullValue, oid, sequence } from '@otinish/eds/der/write'

export const RSA_KEY = '1.2.840.113549.1.1.1'

/** SubjectPublicKeyInfo.algorithm: the key, its parameter set and its digest. */
export const GOST_512_KEY = sequence(
  oid('1.2.398.3.10.1.1.2.2'),
  sequence(oid('1.2.398.3.10.1.1.2.2.1'), oid('1.2.398.3.10.1.3.3')),
)

/** What a key of each kind signs and digests with. */
export const SIGNATURE = {
  gost: sequence(oid('1.2.398.3.10.1.1.2.3.2'), nullValue()),
  rsa: sequence(oid('1.2.840.113549.1.1.11'), nullValue()), // sha256WithRSAEncryption, in SignerInfo too
} as const

export const DIGEST = {
  gost: sequence(oid('1.2.398.3.10.1.3.3'), nullValue()), // Streebog-512
  rsa: sequence(oid('2.16.840.1.101.3.4.2.1'), nullValue()), // SHA-256
} as const
