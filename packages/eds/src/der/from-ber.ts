// BER rewritten as DER, for files of old tools. ITU-T X.690 §8.1.3.6 (indefinite lengths), §8.6.4, §8.7.3 (strings in pieces).
import { DerError } from './error.ts'
import { type Limits, USUAL_LIMITS } from './limits.ts'
import { Reader } from './reader.ts'
import { BIT_STRING, isConstructed, OCTET_STRING } from './tag.ts'
import { concat, element } from './write.ts'

const INDEFINITE = 0x80
const MAX_LENGTH_OCTETS = 8 // padded lengths are seen with four octets; more than a number holds is refused
const PIECES = 0x20 // the constructed form of a string
const HIGH_NUMBER = 0x1f

/**
 * The same value with definite, shortest lengths and strings in one piece. Nothing else is changed: elements of a SET are not
 * sorted, and what was DER already stays octet for octet, so that signed parts keep their octets. What is neither BER of that
 * kind nor DER afterwards is refused by whoever reads the result, at offsets counted in the result.
 * Throws DerError, `too-large` and `too-deep` past the limits.
 */
export function fromBer(bytes: Uint8Array, limits: Limits = USUAL_LIMITS): Uint8Array {
  if (bytes.length > limits.bytes) throw new DerError('too-large', 0)
  const from = new Reader(bytes)
  const rewritten = readElement(from, { ...limits, counted: 0 }, 0)
  if (from.left > 0) throw from.fault('trailing-bytes')
  return rewritten
}

type Count = Limits & { counted: number }

function readElement(from: Reader, count: Count, depth: number): Uint8Array {
  if (depth > count.depth) throw from.fault('too-deep')
  if (++count.counted > count.elements) throw from.fault('too-many')
  const start = from.position
  const tag = from.octet()
  if (tag === 0 || (tag & HIGH_NUMBER) === HIGH_NUMBER) throw from.fault('tag-unsupported')
  const length = readLength(from)
  if (!isConstructed(tag)) return readPrimitive(tag, from, length)

  const children = length === undefined ? untilEnd(from, count, depth) : within(from, length, count, depth)
  if (tag === (OCTET_STRING | PIECES)) return joinOctets(children, from)
  if (tag === (BIT_STRING | PIECES)) return joinBits(children, from)
  return unchangedOr(from.bytes.subarray(start, from.position), element(tag, concat(...children)))
}

function readPrimitive(tag: number, from: Reader, length: number | undefined): Uint8Array {
  if (length === undefined) throw from.fault('length-indefinite') // §8.1.3.2: only of a constructed element
  return element(tag, from.take(length))
}

/** §8.1.3.6.1: elements up to the end-of-contents octets. */
function untilEnd(from: Reader, count: Count, depth: number): readonly Uint8Array[] {
  const children: Uint8Array[] = []
  while (!isEnd(from)) children.push(readElement(from, count, depth + 1))
  from.take(2)
  return children
}

function isEnd({ bytes, position }: Reader): boolean {
  return bytes[position] === 0 && bytes[position + 1] === 0
}

function within(from: Reader, length: number, count: Count, depth: number): readonly Uint8Array[] {
  const offset = from.offset
  const inside = new Reader(from.take(length), offset)
  const children: Uint8Array[] = []
  while (inside.left > 0) children.push(readElement(inside, count, depth + 1))
  return children
}

/** Undefined for the indefinite form; §8.1.3.5 allows needless leading zeros. */
function readLength(from: Reader): number | undefined {
  const first = from.octet()
  if (first < INDEFINITE) return first
  if (first === INDEFINITE) return undefined
  const octets = from.take(first & 0x7f)
  if (octets.length > MAX_LENGTH_OCTETS) throw from.fault('length-too-long')
  return octets.reduce((length, octet) => length * 256 + octet, 0)
}

/** §8.7.3: the pieces, which are OCTET STRINGs by now, one after another. */
function joinOctets(pieces: readonly Uint8Array[], from: Reader): Uint8Array {
  return element(OCTET_STRING, concat(...pieces.map(piece => contentOf(piece, OCTET_STRING, from))))
}

/** §8.6.4: only the last piece may have unused bits. */
function joinBits(pieces: readonly Uint8Array[], from: Reader): Uint8Array {
  const contents = pieces.map(piece => contentOf(piece, BIT_STRING, from))
  const unused = contents.map(([count = 0]) => count)
  if (unused.slice(0, -1).some(count => count !== 0)) throw from.fault('bits-malformed')
  return element(BIT_STRING, concat(Uint8Array.of(unused.at(-1) ?? 0), ...contents.map(content => content.subarray(1))))
}

/** The content of an element that was rewritten: its length octets are known to be right. */
function contentOf(piece: Uint8Array, tag: number, from: Reader): Uint8Array {
  if (piece[0] !== tag) throw from.fault('form-wrong')
  const first = piece[1] ?? 0
  return piece.subarray(first < INDEFINITE ? 2 : 2 + (first & 0x7f))
}

/** One array for what stays as it is, so that many levels are not as many copies. */
function unchangedOr(original: Uint8Array, rewritten: Uint8Array): Uint8Array {
  return Buffer.compare(original, rewritten) === 0 ? original : rewritten
}
