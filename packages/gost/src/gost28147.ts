// The block cipher of GOST 28147-89, one block by itself: RFC 5830 §5.1. Only the older hash needs it; it is not for secrets.
import type { SubstitutionBox } from './gost34311-constants.ts'

const ROUNDS = 32

/** A substitution box made ready: 4 × 256 words, each octet replaced, in its place and turned by eleven bits. */
export type Substitution = Int32Array

export function makeSubstitution(box: SubstitutionBox): Substitution {
  const digits = box.map(row => Array.from(row, digit => Number.parseInt(digit, 16)))
  return Int32Array.from({ length: 4 * 256 }, (_, i) => {
    const place = i >> 8
    const low = digits[2 * place]?.[i & 0xf] ?? 0
    const high = digits[2 * place + 1]?.[(i >> 4) & 0xf] ?? 0
    return turn(((high << 4) | low) << (8 * place))
  })
}

/** Encrypts the two words of `block` that stand at `at`, in their place. The key is eight words, the first used first. */
export function encryptBlock(substitution: Substitution, key: Int32Array, block: Int32Array, at: number): void {
  let low = word(block, at)
  let high = word(block, at + 1)
  for (let round = 0; round < ROUNDS; round += 2) {
    const first = round < 24 ? round & 7 : 7 - (round & 7) // three times upwards, then once downwards
    const second = round < 24 ? first + 1 : first - 1
    high ^= replace(substitution, (low + word(key, first)) | 0)
    low ^= replace(substitution, (high + word(key, second)) | 0)
  }
  block[at] = high // the last round does not exchange the halves
  block[at + 1] = low
}

function replace(substitution: Substitution, sum: number): number {
  return (
    word(substitution, sum & 0xff) ^
    word(substitution, 0x100 | ((sum >>> 8) & 0xff)) ^
    word(substitution, 0x200 | ((sum >>> 16) & 0xff)) ^
    word(substitution, 0x300 | (sum >>> 24))
  )
}

function turn(bits: number): number {
  return (bits << 11) | (bits >>> 21)
}

/** Every index in this file is below the length of its array by construction. */
function word(words: Int32Array, i: number): number {
  return words[i] as number
}
