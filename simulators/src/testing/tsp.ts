// For tests: asks for a time stamp, and takes the answer apart.
import { createHash } from 'node:crypto'
import { readDer } from '@otinish/eds/der/read'
import { readTime } from '@otinish/eds/der/time'
import { readBitString, readInteger, readOid } from '@otinish/eds/der/value'
import { boolean, integer, nullValue, octetString, oid, sequence } from '@otinish/eds/der/write'
import { digestOf, isIssuedBy, signatureHolds } from './read-cms.ts'
import { at } from './skeleton.ts'

export const STREEBOG = '1.2.398.3.10.1.3.3'
export const SHA256 = '2.16.840.1.101.3.4.2.1'

export type Query = {
  readonly hash?: string
  readonly digest?: Uint8Array
  readonly policy?: string
  readonly nonce?: bigint
  readonly certReq?: boolean
}

export const IMPRINT = Uint8Array.from({ length: 64 }, (_, i) => i * 3)
export const NONCE = -0x123456789abcdefn

export function timestampRequest({
  hash = STREEBOG,
  digest = IMPRINT,
  policy,
  nonce,
  certReq = true,
}: Query): Uint8Array {
  return sequence(
    integer(1),
    sequence(sequence(oid(hash), nullValue()), octetString(digest)),
    ...(policy === undefined ? [] : [oid(policy)]),
    ...(nonce === undefined ? [] : [integer(nonce)]),
    ...(certReq ? [boolean(true)] : []),
  )
}

export type ReadToken = {
  readonly policy: string
  readonly imprint: Uint8Array
  readonly serial: bigint
  readonly at: Date
  readonly nonce: bigint | undefined
  readonly signingTime: Date
  readonly certificate: Uint8Array
  readonly digestHolds: boolean
  readonly signatureHolds: boolean
  readonly essHolds: boolean
  readonly isIssuedBy: (issuer: Uint8Array) => boolean
}

/** The bit of the failure, or the token, which must have its certificate inside. */
export function readTimestampAnswer(response: Uint8Array): ReadToken | number {
  const whole = readDer(response)
  if (readInteger(at(whole, 0, 0)) !== 0n) return failureBit(readBitString(at(whole, 0, 1)).bytes)
  const signedData = at(whole, 1, 1, 0)
  const info = at(signedData, 2, 1, 0).content
  const [, policy, imprint, serial, moment, nonce] = readDer(info).children
  if (!policy || !imprint || !serial || !moment) throw new Error('not a TSTInfo')
  const certificate = at(signedData, 3, 0).encoded
  const [, , , attributes, , signature] = at(signedData, -1, 0).children
  if (!attributes || !signature) throw new Error('not a SignerInfo with attributes')
  const attribute = (type: string) => {
    const found = attributes.children.find(item => readOid(at(item, 0)) === type)
    if (!found) throw new Error(`no attribute ${type}`)
    return at(found, 1, 0)
  }
  const equal = (a: Uint8Array, b: Uint8Array) => Buffer.from(a).equals(b)
  return {
    policy: readOid(policy),
    imprint: at(imprint, 1).content,
    serial: readInteger(serial),
    at: readTime(moment),
    nonce: nonce && readInteger(nonce),
    signingTime: readTime(attribute('1.2.840.113549.1.9.5')),
    certificate,
    digestHolds: equal(attribute('1.2.840.113549.1.9.4').content, digestOf(certificate, info)),
    signatureHolds: signatureHolds(
      certificate,
      Uint8Array.of(0x31, ...attributes.encoded.subarray(1)),
      signature.content,
    ),
    essHolds: equal(
      at(attribute('1.2.840.113549.1.9.16.2.12'), 0, 0, 0).content,
      createHash('sha1').update(certificate).digest(),
    ),
    isIssuedBy: issuer => isIssuedBy(certificate, issuer),
  }
}

/** RFC 3161 §2.4.2: one bit of PKIFailureInfo is set. */
function failureBit(bits: Uint8Array): number {
  const octet = bits.findIndex(value => value !== 0)
  return octet * 8 + Math.clz32(bits[octet] ?? 0) - 24
}
