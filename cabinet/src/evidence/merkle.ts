// A tree of hashes over the evidence of withdrawals: one root stands for all, a short path leads from each to it.
// RFC 6962 §2.1 (shape, and prefixes that keep leaves and nodes apart), with the archive time stamps of RFC 4998 §4 on its roots.
import { createHash } from 'node:crypto'

export type Hash = Buffer // SHA-256

/** A piece of evidence as it is kept: the hash is of what stands in the table, encrypted or not. */
export type Piece = { readonly piece: string; readonly position: number; readonly sha256: Uint8Array }

/** 'certificate 1': by which a leaf says what it covers. */
export function nameOf({ piece, position }: Pick<Piece, 'piece' | 'position'>): string {
  return `${piece} ${position}`
}

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** Each value with its length before it, so that nothing can move from one into the next. Pieces in whatever order. */
export function leafHash(registration: string, pieces: readonly Piece[]): Hash {
  const ordered = pieces.toSorted((a, b) => (a.piece < b.piece ? -1 : a.piece > b.piece ? 1 : a.position - b.position))
  const told = ordered.flatMap(({ piece, position, sha256 }) => [piece, String(position), sha256])
  return sha256(LEAF, ...[registration, ...told].flatMap(withLength))
}

function withLength(value: string | Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return [length, bytes]
}

export type Tree = {
  readonly add: (leaf: Hash) => void
  readonly root: () => Hash | undefined // undefined while it is empty
}

/** However many leaves, it remembers one hash for each level. */
export function openTree(): Tree {
  const whole: { readonly hash: Hash; readonly leaves: number }[] = [] // full subtrees, each larger than the next
  return {
    add: leaf => {
      let last = { hash: leaf, leaves: 1 }
      for (let before = whole.at(-1); before?.leaves === last.leaves; before = whole.at(-1)) {
        whole.pop()
        last = { hash: nodeHash(before.hash, last.hash), leaves: before.leaves * 2 }
      }
      whole.push(last)
    },
    root: () =>
      whole
        .map(({ hash }) => hash)
        .reduceRight<Hash | undefined>((right, left) => (right ? nodeHash(left, right) : left), undefined),
  }
}

export function rootOf(leaves: readonly Hash[]): Hash | undefined {
  const tree = openTree()
  for (const leaf of leaves) tree.add(leaf)
  return tree.root()
}

export type Step = { readonly side: 'left' | 'right'; readonly hash: Hash } // where the other half stands

/** The way from a leaf up to the root: what is to be hashed with it, from below. Throws RangeError when there is no such leaf. */
export function pathOf(leaves: readonly Hash[], index: number): readonly Step[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length) throw new RangeError(`no leaf ${index}`)
  if (leaves.length === 1) return []
  const half = 2 ** Math.ceil(Math.log2(leaves.length) - 1) // §2.1: the largest power of two below their number
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return index < half
    ? [...pathOf(left, index), { side: 'right', hash: rootOf(right) ?? EMPTY }]
    : [...pathOf(right, index - half), { side: 'left', hash: rootOf(left) ?? EMPTY }]
}

const EMPTY = Buffer.alloc(0) // neither half is

/** The root to which a path leads from a leaf. */
export function follow(leaf: Hash, path: readonly Step[]): Hash {
  return path.reduce((at, { side, hash }) => (side === 'left' ? nodeHash(hash, at) : nodeHash(at, hash)), leaf)
}

function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right)
}

function sha256(...parts: readonly Uint8Array[]): Hash {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
