// GOST 34.310-2004 keys for tests: the same ones at every run, in the national envelope and in that of Gamma.
import { CRYPTOPRO_A } from '@otinish/gost/curve-parameters'
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '@otinish/gost/keys'
import { KZ } from '@otinish/gost/layout'
import { signDigest } from '@otinish/gost/sign'
import { bitString, octetString, oid, sequence } from '../der/write.ts'
import { algorithm, seededBytes, type TestKey } from '../test-keys.ts'
import { digest } from './digest.ts'

const ARC = '1.2.398.3.10.1'
const GAMMA_HEADER = '060200003aaa00000045433100020000'

/** As the national authorities wrote it: parameter set A and the test substitution. */
export function gost2004Key(seed: string): TestKey {
  const { privateKey, point, sign } = make(seed)
  const parameters = sequence(oid(`${ARC}.1.1.1.1`), oid(`${ARC}.3.1.1.0`))
  const publicKey = sequence(algorithm(`${ARC}.1.1.1`, parameters), bitString(octetString(point)))
  return { ...NAMES, publicKey, sign: message => sign(privateKey, message) }
}

/** As the Gamma CSP wrote it: NULL for parameters, a key blob for the point. */
export function gammaKey(seed: string): TestKey {
  const { privateKey, point, sign } = make(seed)
  const blob = Buffer.concat([Buffer.from(GAMMA_HEADER, 'hex'), point])
  const publicKey = sequence(algorithm('1.3.6.1.4.1.6801.1.5.8'), bitString(blob))
  return { ...NAMES, publicKey, sign: message => sign(privateKey, message) }
}

const NAMES = { digestAlgorithm: `${ARC}.3.1`, signatureAlgorithm: `${ARC}.1.1.2` }

function make(seed: string) {
  const randomBytes = seededBytes(`2004 ${seed}`)
  const privateKey = generatePrivateKey(CRYPTOPRO_A, randomBytes)
  const sign = (key: PrivateKey, message: Uint8Array): Uint8Array => {
    const e = KZ.digestToNumber(digest('gost34311', message))
    return KZ.writeSignature(CRYPTOPRO_A, signDigest(key, e, randomBytes))
  }
  return { privateKey, point: KZ.writePublicKey(publicKeyOf(privateKey)), sign }
}
