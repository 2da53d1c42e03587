// BER as national key files use it: indefinite lengths and strings in pieces (X.690 §8.1.3.6, §8.7.3), by node-forge.
import forge from 'node-forge'
import { KeyFileError } from './error.ts'

export type Node = forge.asn1.Asn1

/** The one element that the bytes are. Throws KeyFileError when they are not BER. */
export function parseBer(bytes: Uint8Array): Node {
  try {
    return forge.asn1.fromDer(binary(bytes))
  } catch (cause) {
    throw new KeyFileError('not-a-key-file', 'not BER', { cause })
  }
}

/** The elements inside a constructed one. */
export function children(node: Node): readonly Node[] {
  if (typeof node.value === 'string') throw new KeyFileError('not-a-key-file', 'a constructed element was expected')
  return node.value
}

/** The element at `index` inside a constructed one. */
export function child(node: Node, index: number): Node {
  const found = children(node)[index]
  if (!found) throw new KeyFileError('not-a-key-file', 'an element is missing')
  return found
}

/** The content octets of a string, whole or in pieces, or of any primitive element. */
export function octets(node: Node): Uint8Array {
  if (typeof node.value === 'string') return Buffer.from(node.value, 'binary')
  return Buffer.concat(node.value.map(octets))
}

/** The dotted form of an OBJECT IDENTIFIER. */
export function dotted(node: Node): string {
  return forge.asn1.derToOid(binary(octets(node)))
}

/** A small non-negative INTEGER. */
export function small(node: Node): number {
  return octets(node).reduce((sum, octet) => sum * 256 + octet, 0)
}

/** The element encoded again, definite lengths throughout. */
export function encode(node: Node): Uint8Array {
  return Buffer.from(forge.asn1.toDer(node).getBytes(), 'binary')
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('binary')
}
