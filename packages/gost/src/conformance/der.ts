// Cuts keys and signatures out of test vectors that are known to be good. It is not a parser of DER: nothing is checked.
import type { KeyAlgorithm } from '../algorithms.ts'
import { gost34311 } from '../gost34311.ts'
import type { LegacyKeyAlgorithm } from '../legacy-algorithms.ts'
import { streebog256, streebog512 } from '../streebog.ts'
import { verifyDigest } from '../verify.ts'

export type Node = { readonly tag: number; readonly encoded: Uint8Array; readonly content: Uint8Array }

/** What is signed, by which algorithm, and the octets of the signature: a certificate, request, CRL or OCSP answer. */
export type Signed = { readonly tbs: Uint8Array; readonly algorithm: string; readonly signature: Uint8Array }

export type Key = { readonly algorithm: string; readonly parameterSet: string; readonly bytes: Uint8Array }

export function readNodes(bytes: Uint8Array): Node[] {
  const nodes: Node[] = []
  for (let at = 0; at < bytes.length; ) {
    const long = (bytes[at + 1] ?? 0) & 0x80 ? (bytes[at + 1] ?? 0) & 0x7f : 0
    const start = at + 2 + long
    const length = long
      ? bytes.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0)
      : (bytes[at + 1] ?? 0)
    nodes.push({
      tag: bytes[at] ?? 0,
      encoded: bytes.subarray(at, start + length),
      content: bytes.subarray(start, start + length),
    })
    at = start + length
  }
  return nodes
}

/** The node at the end of a path of child numbers. */
export function nodeAt(der: Uint8Array, ...path: readonly number[]): Node {
  const [first = 0, ...rest] = path
  const node = readNodes(der)[first]
  if (!node) throw new RangeError(`no node ${first}`)
  return rest.length === 0 ? node : nodeAt(node.content, ...rest)
}

export function readOid(content: Uint8Array): string {
  const numbers: number[] = []
  let value = 0
  for (const octet of content) {
    value = value * 128 + (octet & 0x7f)
    if (octet & 0x80) continue
    numbers.push(value)
    value = 0
  }
  const [first = 0, ...rest] = numbers
  const root = Math.min(2, Math.floor(first / 40))
  return [root, first - 40 * root, ...rest].join('.')
}

export function readSigned(der: Uint8Array): Signed {
  return {
    tbs: nodeAt(der, 0, 0).encoded,
    algorithm: readOid(nodeAt(der, 0, 1, 0).content),
    signature: nodeAt(der, 0, 2).content.subarray(1), // after the number of unused bits
  }
}

/** The first subjectPublicKeyInfo inside a signed object, where it stands in its list of fields. */
export function readKey(der: Uint8Array, field: number): Key {
  const [algorithm, bits] = readNodes(nodeAt(der, 0, 0, field).content)
  if (!algorithm || !bits) throw new RangeError('no subjectPublicKeyInfo')
  return {
    algorithm: readOid(nodeAt(algorithm.content, 0).content),
    parameterSet: readOid(nodeAt(algorithm.content, 1, 0).content),
    bytes: nodeAt(bits.content.subarray(1), 0).content,
  }
}

/** Whether the key, read in its own layout, made the signature, read in the same one. */
export function holds(
  algorithm: KeyAlgorithm | LegacyKeyAlgorithm,
  bytes: Uint8Array,
  signed: Pick<Signed, 'tbs' | 'signature'>,
): boolean {
  const { layout, curve } = algorithm
  const digest = HASHES[algorithm.digest](signed.tbs)
  const signature = layout.readSignature(curve, signed.signature)
  return verifyDigest(layout.readPublicKey(curve, bytes), layout.digestToNumber(digest), signature)
}

const HASHES = { streebog256, streebog512, gost34311 }
