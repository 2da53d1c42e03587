// Reading DER element by element, without a tree of the whole: for lists too long to be one. ITU-T X.690 §8.1.
import { DerError } from '../der/error.ts'
import { readLength } from '../der/length.ts'
import { type Element, readDer } from '../der/read.ts'
import { Reader } from '../der/reader.ts'
import { readTag, SEQUENCE } from '../der/tag.ts'

/** The content of the next element, which is a SEQUENCE, to be read on its own. Throws DerError. */
export function enterSequence(from: Reader): Reader {
  const offset = from.offset
  if (readTag(from) !== SEQUENCE) throw new DerError('unexpected', offset)
  const length = readLength(from)
  const base = from.offset
  return new Reader(from.take(length), base)
}

/** The next element with everything inside it. Throws DerError. */
export function nextElement(from: Reader): Element {
  const offset = from.offset
  const start = from.position
  readTag(from)
  from.take(readLength(from))
  const octets = from.bytes.subarray(start, from.position)
  return rebased(offset, () => readDer(octets))
}

/** The next element, when it has one of these tags. */
export function nextIf(from: Reader, ...tags: readonly number[]): Element | undefined {
  return tags.includes(nextTag(from) ?? -1) ? nextElement(from) : undefined
}

/** The identifier octet that comes next, or undefined at the end. */
export function nextTag(from: Reader): number | undefined {
  return from.bytes[from.position]
}

/** Throws DerError `trailing-bytes` when something is left. */
export function expectEnd(from: Reader): void {
  if (from.left > 0) throw from.fault('trailing-bytes')
}

/** Runs `read` on a part; what it finds wrong is told by its place in the whole. */
export function rebased<T>(offset: number, read: () => T): T {
  try {
    return read()
  } catch (thrown) {
    if (!(thrown instanceof DerError)) throw thrown
    throw new DerError(thrown.code, thrown.offset + offset, { cause: thrown })
  }
}
