// DER as a tree that can be changed and written again, its lengths right unless a change wants them wrong. X.690 §8.1.
import { DerError } from '../der/error.ts'
import { type Element, readDer } from '../der/read.ts'
import { BIT_STRING, OCTET_STRING } from '../der/tag.ts'
import { concat, element } from '../der/write.ts'

export type Node = {
  tag: number
  /** What stands before the children: the count of unused bits where they were inside a BIT STRING, else nothing. */
  prefix: Uint8Array
  content: Uint8Array // of a node without children
  children: Node[] | undefined
  length: LengthForm
}

export type LengthForm = 'right' | 'more' | 'less' | 'padded' | 'indefinite'

const NOTHING = new Uint8Array()

/** The tree with what is inside OCTET STRING and BIT STRING opened too, where that is DER of a constructed type. */
export function openTree(bytes: Uint8Array): Node {
  return nodeOf(readDer(bytes))
}

/** A tree of its own. */
export function cloneTree(node: Node): Node {
  return { ...node, children: node.children?.map(cloneTree) }
}

export function writeTree({ tag, prefix, content, children, length }: Node): Uint8Array {
  const inside = children ? concat(prefix, ...children.map(writeTree)) : content
  if (length === 'right') return element(tag, inside)
  return concat(Uint8Array.of(tag), WRONG_LENGTHS[length](inside.length), inside, END_OF_CONTENTS[length] ?? NOTHING)
}

export function leaf(tag: number, content: Uint8Array): Node {
  return { tag, prefix: NOTHING, content, children: undefined, length: 'right' }
}

export function branch(tag: number, children: Node[]): Node {
  return { tag, prefix: NOTHING, content: NOTHING, children, length: 'right' }
}

const WRONG_LENGTHS: Record<Exclude<LengthForm, 'right'>, (length: number) => Uint8Array> = {
  more: length => fourOctets(length + 1),
  less: length => fourOctets(Math.max(0, length - 1)),
  padded: fourOctets,
  indefinite: () => Uint8Array.of(0x80),
}

const END_OF_CONTENTS: Partial<Record<LengthForm, Uint8Array>> = { indefinite: Uint8Array.of(0, 0) }

function fourOctets(length: number): Uint8Array {
  const octets = Buffer.from([0x84, 0, 0, 0, 0])
  octets.writeUInt32BE(length, 1)
  return octets
}

function nodeOf({ tag, content, children }: Element): Node {
  if (tag & 0x20) return branch(tag, children.map(nodeOf))
  const skipped = tag === BIT_STRING ? 1 : 0
  const inside = tag === BIT_STRING || tag === OCTET_STRING ? opened(content.subarray(skipped)) : undefined
  if (!inside) return leaf(tag, content)
  return { ...branch(tag, [inside]), prefix: content.subarray(0, skipped) }
}

/** Most strings of octets are not DER: a constructed type that fills them is no accident. */
function opened(bytes: Uint8Array): Node | undefined {
  try {
    const inside = bytes.length > 2 ? readDer(bytes) : undefined
    return inside && (inside.tag & 0x20 || inside.tag === OCTET_STRING) ? nodeOf(inside) : undefined
  } catch (fault) {
    if (fault instanceof DerError) return undefined
    throw fault
  }
}
