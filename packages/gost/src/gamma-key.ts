// Public keys as the Gamma (Tumar) CSP writes them into certificates of information systems: algorithm 1.3.6.1.4.1.6801.1.5.8
// with NULL, and in the BIT STRING a key blob in the manner of Microsoft's CryptoAPI. The curve is CryptoPro-A. No standard
// describes it; the header is that of the certificates which the national authority issued until April 2024.
import { CRYPTOPRO_A } from './curve-parameters.ts'
import { GostError } from './error.ts'
import type { PublicKey } from './keys.ts'
import { KZ } from './layout.ts'

/** The algorithm of a subjectPublicKeyInfo that holds such a key. It has no parameter set. */
export const GAMMA_KEY = '1.3.6.1.4.1.6801.1.5.8'

// PUBLICKEYBLOB, version 2, algorithm 0xaa3a, '\0EC1', 512 bits of key: one form only, compared and never interpreted.
const HEADER = [0x06, 0x02, 0, 0, 0x3a, 0xaa, 0, 0, 0, 0x45, 0x43, 0x31, 0, 0x02, 0, 0] as const

/** The key in 80 octets: the header, then x‖y, little-endian. Throws GostError `key-…` for anything else. */
export function readGammaPublicKey(bytes: Uint8Array): PublicKey {
  if (bytes.length !== HEADER.length + 2 * CRYPTOPRO_A.bytes) throw new GostError('key-length')
  if (HEADER.some((octet, i) => bytes[i] !== octet)) throw new GostError('key-header')
  return KZ.readPublicKey(CRYPTOPRO_A, bytes.subarray(HEADER.length))
}
