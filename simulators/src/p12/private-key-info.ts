// PrivateKeyInfo (RFC 5208 §5) of the two kinds of key that we sign with: GOST-2015 and RSA.
import { createPrivateKey } from 'node:crypto'
import { integer, octetString, sequence } from '@otinish/eds/der/write'
import { keyAlgorithm } from '@otinish/gost/algorithms'
import { KZ } from '@otinish/gost/layout'
import { GOST_512_KEY, RSA_KEY } from '../pki/algorithms.ts'
import type { SigningKey } from '../pki/signing-key.ts'
import { child, dotted, encode, type Node, octets, parseBer } from './ber.ts'
import { KeyFileError } from './error.ts'

/** The key. Throws KeyFileError `unsupported` for any other algorithm. */
export function readPrivateKeyInfo(info: Node): SigningKey {
  const algorithm = child(info, 1)
  const oidText = dotted(child(algorithm, 0))
  if (oidText === RSA_KEY) {
    const der = Buffer.from(encode(info))
    return { kind: 'rsa', key: createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }) }
  }
  const known = keyAlgorithm(oidText, parameterSetOf(algorithm))
  if (!known) throw new KeyFileError('unsupported', `key ${oidText}`)
  const stored = octets(parseBer(octets(child(info, 2)))) // GOST-2015: an OCTET STRING inside, little-endian
  return { kind: 'gost', key: known.layout.readPrivateKey(known.curve, stored) }
}

/** The key as DER. */
export function writePrivateKeyInfo(key: SigningKey): Uint8Array {
  if (key.kind === 'rsa') return key.key.export({ format: 'der', type: 'pkcs8' })
  return sequence(integer(0), GOST_512_KEY, octetString(octetString(KZ.writePrivateKey(key.key))))
}

function parameterSetOf(algorithm: Node): string {
  const parameters = child(algorithm, 1)
  return typeof parameters.value === 'string' ? '' : dotted(child(parameters, 0))
}
