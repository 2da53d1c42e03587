// The order of a SET OF. ITU-T X.690 §11.6: ascending encodings, compared as octets, the shorter one padded with zeros.
import { DerError } from './error.ts'
import type { Element } from './read.ts'

/** Throws DerError `set-not-sorted` at the first element that stands before a smaller one. */
export function expectSorted(set: Element): void {
  set.children.forEach((child, i) => {
    const before = set.children[i - 1]
    if (before && compareEncodings(before.encoded, child.encoded) > 0) {
      throw new DerError('set-not-sorted', child.offset)
    }
  })
}

/** Less than, equal to or more than zero, as `a` sorts before, with or after `b`. */
export function compareEncodings(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
