// Reads DER into a tree. ITU-T X.690 §8.1 with the restrictions of §10 and §11; SET order is asked where it matters.
import { DerError } from './error.ts'
import { readLength } from './length.ts'
import { type Limits, USUAL_LIMITS } from './limits.ts'
import { primitiveFault } from './primitive.ts'
import { Reader } from './reader.ts'
import { isConstructed, readTag } from './tag.ts'

/** One element. Its arrays are views of the input: nothing is copied, so keep the input unchanged. */
export type Element = {
  readonly tag: number // the identifier octet, class and form included
  readonly offset: number // of the identifier octet, from the start of the input
  readonly encoded: Uint8Array // identifier, length and content
  readonly content: Uint8Array
  readonly children: readonly Element[] // of a constructed element, else none
}

/**
 * The one element that fills `bytes`, with everything inside it. Strings inside OCTET STRING and BIT STRING stay closed.
 * Throws DerError with the code and the byte offset; a limit gives `too-large`, `too-deep` or `too-many`.
 */
export function readDer(bytes: Uint8Array, limits: Limits = USUAL_LIMITS): Element {
  if (bytes.length > limits.bytes) throw new DerError('too-large', 0)
  const from = new Reader(bytes)
  const element = readElement(from, { ...limits, counted: 0 }, 0)
  if (from.left > 0) throw from.fault('trailing-bytes')
  return element
}

type Count = Limits & { counted: number }

function readElement(from: Reader, count: Count, depth: number): Element {
  if (depth > count.depth) throw from.fault('too-deep')
  if (++count.counted > count.elements) throw from.fault('too-many')

  const start = from.position
  const offset = from.offset
  const tag = readTag(from)
  const length = readLength(from)
  const contentOffset = from.offset
  const content = from.take(length)
  const encoded = from.bytes.subarray(start, from.position)

  if (isConstructed(tag)) {
    const children = readChildren(new Reader(content, contentOffset), count, depth + 1)
    return { tag, offset, encoded, content, children }
  }
  const fault = primitiveFault(tag, content)
  if (fault) throw new DerError(fault, contentOffset)
  return { tag, offset, encoded, content, children: [] }
}

function readChildren(from: Reader, count: Count, depth: number): Element[] {
  const children: Element[] = []
  while (from.left > 0) children.push(readElement(from, count, depth))
  return children
}
