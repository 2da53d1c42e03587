// ECDSA keys for tests: the same ones at every run; node:crypto draws the nonce of each signature.
import { createECDH, createPrivateKey, sign } from 'node:crypto'
import { bitString, oid, sequence } from '../der/write.ts'
import { seededBytes, type TestKey } from '../test-keys.ts'

const CURVES = {
  'P-256': { node: 'prime256v1', oid: '1.2.840.10045.3.1.7', bytes: 32, hash: 'sha256', last: 2, digest: 1 },
  'P-384': { node: 'secp384r1', oid: '1.3.132.0.34', bytes: 48, hash: 'sha384', last: 3, digest: 2 },
  'P-521': { node: 'secp521r1', oid: '1.3.132.0.35', bytes: 66, hash: 'sha512', last: 4, digest: 3 },
} as const

export type NistCurve = keyof typeof CURVES

/** With the digest that usually goes with the curve; `point` is 04‖x‖y. */
export function ecdsaKey(seed: string, name: NistCurve = 'P-256'): TestKey & { readonly point: Uint8Array } {
  const curve = CURVES[name]
  const d = seededBytes(`ecdsa ${seed} ${name}`)(curve.bytes)
  d[0] = 0 // below the order of each curve
  const ecdh = createECDH(curve.node)
  ecdh.setPrivateKey(d)
  const point = ecdh.getPublicKey()
  const [x, y] = [point.subarray(1, 1 + curve.bytes), point.subarray(1 + curve.bytes)]
  const jwk = { kty: 'EC', crv: name, ...base64url({ d, x, y }) }
  const privateKey = createPrivateKey({ key: jwk, format: 'jwk' })
  return {
    point,
    publicKey: ecKey(curve.oid, point),
    digestAlgorithm: `2.16.840.1.101.3.4.2.${curve.digest}`,
    signatureAlgorithm: `1.2.840.10045.4.3.${curve.last}`,
    sign: message => sign(curve.hash, message, privateKey),
  }
}

/** SubjectPublicKeyInfo of a named curve, whatever the octets of the point are. */
export function ecKey(curve: string, point: Uint8Array): Uint8Array {
  return sequence(sequence(oid('1.2.840.10045.2.1'), oid(curve)), bitString(point))
}

function base64url(numbers: Readonly<Record<string, Uint8Array>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, octets]) => [name, Buffer.from(octets).toString('base64url')]),
  )
}
