// The compression function of Streebog. RFC 6986 §7 (X, S, P, L) and §8 (g_N). A state of 512 bits is 16 words of 32 bits,
// least significant first. S, P and L together are look-ups in one table: 8 × 256 entries, each two words.
import { A, C, PI } from './streebog-constants.ts'
import { FIRST_STATE, wasmMixer } from './streebog-wasm.ts'

export const WORDS = 16

type Tables = { readonly lps: Int32Array; readonly constants: readonly Int32Array[] }

/** h ← g_N(h, m). */
export type Compress = (h: Int32Array, n: Int32Array, m: Int32Array) => void

let quickest: Compress | undefined // its tables, of 17 KB, are made when the first block is hashed

export function compress(h: Int32Array, n: Int32Array, m: Int32Array): void {
  quickest ??= compressionInWasm() ?? compressionByWords()
  quickest(h, n, m)
}

/** With 32 bits at a time, anywhere. */
export function compressionByWords(): Compress {
  const { lps, constants } = makeTables()
  return (h, n, m) => {
    const sum = new Int32Array(WORDS)
    const key = new Int32Array(WORDS)
    const state = m.slice()
    mix(lps, xor(h, n, sum), key)
    for (const constant of constants) {
      mix(lps, xor(state, key, sum), state)
      mix(lps, xor(key, constant, sum), key)
    }
    for (let i = 0; i < WORDS; i++) h[i] = word(h, i) ^ word(m, i) ^ word(state, i) ^ word(key, i)
  }
}

/** With 64 bits at a time, where there is WebAssembly. */
export function compressionInWasm(): Compress | undefined {
  const { lps, constants } = makeTables()
  const mixer = wasmMixer(lps)
  if (!mixer) return undefined
  const { memory, mixAt } = mixer
  const [left, right, state, key, first] = [0, 1, 2, 3, 4].map(i => FIRST_STATE + 4 * WORDS * i) as Addresses
  const at = (address: number) => memory.subarray(address / 4, address / 4 + WORDS)
  const [hAt, nAt, stateAt, keyAt] = [at(left), at(right), at(state), at(key)]
  const addresses = constants.map((_, i) => first + 4 * WORDS * i)
  for (const [i, constant] of constants.entries()) at(addresses[i] ?? first).set(constant)
  return (h, n, m) => {
    hAt.set(h)
    nAt.set(n)
    stateAt.set(m)
    mixAt(left, right, key)
    for (const constant of addresses) {
      mixAt(state, key, state)
      mixAt(key, constant, key)
    }
    for (let i = 0; i < WORDS; i++) h[i] = word(h, i) ^ word(m, i) ^ word(stateAt, i) ^ word(keyAt, i)
  }
}

type Addresses = [number, number, number, number, number]

function xor(left: Int32Array, right: Int32Array, target: Int32Array): Int32Array {
  for (let i = 0; i < WORDS; i++) target[i] = word(left, i) ^ word(right, i)
  return target
}

/** target ← LPS(from). P gathers octet i of all eight 64-bit words in word i, so eight look-ups make a word. */
function mix(lps: Int32Array, from: Int32Array, target: Int32Array): void {
  for (let half = 0; half < 2; half++) mixHalf(lps, from, target, half)
}

/** Four of the eight words at once: the lower halves of `from` make the lower half of the state, the upper the upper. */
function mixHalf(lps: Int32Array, from: Int32Array, target: Int32Array, half: number): void {
  let [low0, low1, low2, low3, high0, high1, high2, high3] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let j = 0; j < 8; j++) {
    const octets = word(from, 2 * j + half)
    const entry0 = (j << 9) | ((octets << 1) & 0x1fe)
    const entry1 = (j << 9) | ((octets >>> 7) & 0x1fe)
    const entry2 = (j << 9) | ((octets >>> 15) & 0x1fe)
    const entry3 = (j << 9) | ((octets >>> 23) & 0x1fe)
    low0 ^= word(lps, entry0)
    high0 ^= word(lps, entry0 | 1)
    low1 ^= word(lps, entry1)
    high1 ^= word(lps, entry1 | 1)
    low2 ^= word(lps, entry2)
    high2 ^= word(lps, entry2 | 1)
    low3 ^= word(lps, entry3)
    high3 ^= word(lps, entry3 | 1)
  }
  const start = 8 * half
  target[start] = low0
  target[start + 1] = high0
  target[start + 2] = low1
  target[start + 3] = high1
  target[start + 4] = low2
  target[start + 5] = high2
  target[start + 6] = low3
  target[start + 7] = high3
}

/** Every index in this file is below the length of its array by construction. */
function word(words: Int32Array, i: number): number {
  return words[i] as number
}

function makeTables(): Tables {
  const rows = A.trim().split(/\s+/).map(readWords)
  const lps = new Int32Array(8 * 256 * 2)
  for (let i = 0; i < lps.length; i++) {
    const replaced = PI[(i >> 1) & 0xff] ?? 0
    const lowestBit = 63 - 8 * (i >> 9) // rows are listed from the most significant bit
    for (let bit = 0; bit < 8; bit++)
      if ((replaced >> bit) & 1) lps[i] = word(lps, i) ^ (rows[lowestBit - bit]?.[i & 1] ?? 0)
  }
  return { lps, constants: C.map(readWords) }
}

/** A number printed in hexadecimal, as words of 32 bits from the least significant. */
function readWords(hex: string): Int32Array {
  return Int32Array.from({ length: hex.length / 8 }, (_, i) =>
    Number.parseInt(hex.slice(-8 * (i + 1), hex.length - 8 * i), 16),
  )
}
