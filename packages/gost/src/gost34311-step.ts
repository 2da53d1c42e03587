// The step hash function of GOST R 34.11-94. RFC 5831 §5: four keys (§5.1), four encryptions (§5.2) and the mixing (§5.3).
// A vector of 256 bits is 8 words of 32 bits, least significant first.
import { encryptBlock, makeSubstitution, type Substitution } from './gost28147.ts'
import { CRYPTOPRO_BOX, type SubstitutionBox, TEST_BOX } from './gost34311-constants.ts'

export const WORDS = 8

/** Which substitution stands inside: that of the standard's example (Kazakhstan's) or that of RFC 4357. */
export type ParameterSet = 'test' | 'cryptopro'

const BOXES: Readonly<Record<ParameterSet, SubstitutionBox>> = { test: TEST_BOX, cryptopro: CRYPTOPRO_BOX }
const made = new Map<ParameterSet, Substitution>() // 4 KB each, when the first block is hashed

/** C₃ of §5.1, the only one of the three constants that is not zero. */
const C3 = [0xff00ff00, 0xff00ff00, 0x00ff00ff, 0x00ff00ff, 0x00ffff00, 0xff0000ff, 0x000000ff, 0xff00ffff]

const PARTS = 16 // of 16 bits, in which §5.3 mixes
const [BEFORE, BETWEEN, AFTER] = [12, 1, 61] // how often it mixes: before M is added, before H is added, and after

/** h ← χ(m, h). */
export function step(set: ParameterSet, h: Int32Array, m: Int32Array): void {
  const substitution = substitutionOf(set)
  const encrypted = h.slice()
  for (const [i, key] of makeKeys(h, m).entries()) encryptBlock(substitution, key, encrypted, 2 * i) // §5.2
  mix(h, m, encrypted)
}

function substitutionOf(set: ParameterSet): Substitution {
  const substitution = made.get(set) ?? makeSubstitution(BOXES[set])
  made.set(set, substitution)
  return substitution
}

/** §5.1: K₁ … K₄ out of U = H and V = M. */
function makeKeys(h: Int32Array, m: Int32Array): readonly Int32Array[] {
  const [u, v] = [h.slice(), m.slice()]
  const keys = [gather(u, v)]
  for (let i = 2; i <= 4; i++) {
    advance(u)
    if (i === 3) for (let j = 0; j < WORDS; j++) u[j] = word(u, j) ^ (C3[j] as number)
    advance(v)
    advance(v)
    keys.push(gather(u, v))
  }
  return keys
}

/** A of §5.1: the lowest of four 64-bit words leaves, and its sum with the next becomes the highest. */
function advance(words: Int32Array): void {
  const low = word(words, 0) ^ word(words, 2)
  const high = word(words, 1) ^ word(words, 3)
  words.copyWithin(0, 2)
  words[6] = low
  words[7] = high
}

/** P of §5.1 over U ⊕ V: word j of the key gathers octet j of each of the four 64-bit words. */
function gather(u: Int32Array, v: Int32Array): Int32Array {
  const key = new Int32Array(WORDS)
  for (let j = 0; j < WORDS; j++) {
    const shift = 8 * (j & 3)
    let gathered = 0
    for (let i = 0; i < 4; i++) {
      const from = 2 * i + (j >> 2)
      gathered |= (((word(u, from) ^ word(v, from)) >>> shift) & 0xff) << (8 * i)
    }
    key[j] = gathered
  }
  return key
}

/** §5.3: h ← ψ⁶¹(h ⊕ ψ(m ⊕ ψ¹²(s))). ψ drops the lowest part and appends one: all 74 stand in a row. */
function mix(h: Int32Array, m: Int32Array, s: Int32Array): void {
  const row = new Int32Array(PARTS + BEFORE + BETWEEN + AFTER)
  addParts(row, 0, s)
  append(row, 0, BEFORE)
  addParts(row, BEFORE, m)
  append(row, BEFORE, BETWEEN)
  addParts(row, BEFORE + BETWEEN, h)
  append(row, BEFORE + BETWEEN, AFTER)
  const last = BEFORE + BETWEEN + AFTER
  for (let i = 0; i < WORDS; i++) h[i] = word(row, last + 2 * i) | (word(row, last + 2 * i + 1) << 16)
}

/** Adds the parts of a vector to the sixteen parts of the row from `start`. */
function addParts(row: Int32Array, start: number, words: Int32Array): void {
  for (let i = 0; i < WORDS; i++) {
    row[start + 2 * i] = word(row, start + 2 * i) ^ (word(words, i) & 0xffff)
    row[start + 2 * i + 1] = word(row, start + 2 * i + 1) ^ (word(words, i) >>> 16)
  }
}

/** ψ so many times upon the sixteen parts from `start`. */
function append(row: Int32Array, start: number, times: number): void {
  for (let i = start; i < start + times; i++)
    row[i + PARTS] =
      word(row, i) ^ word(row, i + 1) ^ word(row, i + 2) ^ word(row, i + 3) ^ word(row, i + 12) ^ word(row, i + 15)
}

/** Every index in this file is below the length of its array by construction. */
function word(words: Int32Array, i: number): number {
  return words[i] as number
}
