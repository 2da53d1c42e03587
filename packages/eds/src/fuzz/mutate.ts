// Mutations that know the structure: they act on elements and write the lengths again, so that they come past the parser.
import { concat } from '../der/write.ts'
import { changedContent, flipBit } from './leaf-changes.ts'
import { oneOf, type Random } from './random.ts'
import { branch, cloneTree, type LengthForm, leaf, type Node, writeTree } from './tree.ts'

/**
 * The octets of the tree after one to four changes. Elements may come from `donors`; the tree itself stays as it is.
 */
export function mutant(tree: Node, donors: readonly Node[], random: Random): Uint8Array {
  const forest = [cloneTree(tree)]
  for (let changes = 1 + random(2) * random(4); changes > 0; changes--) {
    const place = placeIn(forest, random)
    if (place) oneOf(CHANGES, random)(place, random, donors)
  }
  const written = concat(...forest.map(writeTree))
  return random(16) === 0 ? oneOf(RAW, random)(written, random) : written
}

/** An element among its siblings. */
type Place = { readonly siblings: Node[]; readonly at: number; readonly node: Node }

/** Mostly any element, sometimes one met by walking down: the few at the top are worth a try too, but are soon refused. */
function placeIn(forest: Node[], random: Random): Place | undefined {
  if (random(4) > 0) {
    const places = everyPlace(forest)
    return places.length > 0 ? oneOf(places, random) : undefined
  }
  let place = childOf(forest, random)
  while (place?.node.children && random(8) > 0) place = childOf(place.node.children, random) ?? place
  return place
}

function childOf(siblings: Node[], random: Random): Place | undefined {
  const at = random(siblings.length || 1)
  const node = siblings[at]
  return node && { siblings, at, node }
}

/** Gathered in one array: this is half of the work of a mutation. */
function everyPlace(siblings: Node[], places: Place[] = []): Place[] {
  for (const [at, node] of siblings.entries()) {
    places.push({ siblings, at, node })
    if (node.children) everyPlace(node.children, places)
  }
  return places
}

type Change = (place: Place, random: Random, donors: readonly Node[]) => void

/** Of a value somewhere below, where the element holds others. */
const changeValue: Change = ({ node }, random) => {
  let inner = node
  while (inner.children && inner.children.length > 0) {
    if (inner.prefix.length > 0 && random(4) === 0) inner.prefix = flipBit(inner.prefix, random)
    inner = oneOf(inner.children, random)
  }
  if (inner.children) inner.children.push(leaf(0x05, new Uint8Array()))
  else inner.content = changedContent(inner.tag, inner.content, random)
}

const drop: Change = ({ siblings, at }) => siblings.splice(at, 1)

const double: Change = ({ siblings, at, node }) => siblings.splice(at, 0, cloneTree(node))

const swap: Change = ({ siblings, at, node }, random) => {
  const other = random(siblings.length)
  const moved = siblings[other]
  if (moved) [siblings[at], siblings[other]] = [moved, node]
}

const replace: Change = ({ siblings, at }, random, donors) => {
  const donor = placeIn([oneOf(donors, random)], random)
  if (donor) siblings[at] = cloneTree(donor.node)
}

const insert: Change = ({ siblings, at }, random, donors) => {
  const donor = placeIn([oneOf(donors, random)], random)
  if (donor) siblings.splice(at, 0, cloneTree(donor.node))
}

/** The element of another document that stands in the same place: signer for signer, certificate for certificate. */
const exchangeKind: Change = ({ siblings, at, node }, random, donors) => {
  const alike = everyPlace([oneOf(donors, random)]).filter(
    other => other.node.tag === node.tag && other.node.children?.length === node.children?.length,
  )
  if (alike.length > 0) siblings[at] = cloneTree(oneOf(alike, random).node)
}

const retag: Change = ({ node }, random) => {
  node.tag = random(2) ? node.tag ^ (1 << random(8)) : oneOf(TAGS, random)
}

const wrap: Change = ({ siblings, at, node }, random) => {
  siblings[at] = branch(oneOf(TAGS, random) | 0x20, [node])
}

const unwrap: Change = ({ siblings, at, node }) => {
  if (node.children) siblings.splice(at, 1, ...node.children)
}

const misstateLength: Change = ({ node }, random) => {
  node.length = oneOf(LENGTHS, random)
}

const sort: Change = ({ siblings }) => {
  siblings.reverse()
}

const nest: Change = ({ siblings, at, node }, random) => {
  let inside = node
  for (let depth = random(48); depth > 0; depth--) inside = branch(node.tag | 0x20, [inside])
  siblings[at] = inside
}

const multiply: Change = ({ siblings, at, node }, random) => {
  siblings.splice(at, 0, ...Array.from({ length: random(80) }, () => cloneTree(node)))
}

const LENGTHS: readonly LengthForm[] = ['more', 'less', 'padded', 'indefinite']
const TAGS = [
  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x0c, 0x17, 0x18, 0x30, 0x31, 0xa0, 0xa1, 0xa2, 0xa3, 0x80, 0x82,
]

/** As often as they are listed. Wrong lengths and great numbers are rare: they are refused early and teach little. */
const CHANGES: readonly Change[] = [
  ...Array<Change>(12).fill(changeValue),
  ...[drop, drop, double, swap, swap, replace, insert, exchangeKind, exchangeKind, exchangeKind, retag],
  ...[wrap, unwrap, misstateLength, sort, nest, multiply],
]

const RAW: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  flipBit,
  (bytes, random) => bytes.subarray(0, random(bytes.length || 1)),
  (bytes, random) => concat(bytes, Uint8Array.of(random(256))),
]
