// GOST 34.311-95 = GOST R 34.11-94, the hash function of Kazakhstan's older signatures. RFC 5831 §6: its procedure.
// It begins with H = 0 and, in Kazakhstan, has the substitution of the standard's own example: 1.2.398.3.10.1.3.1.1.0.
// It is broken in theory (a collision costs 2¹⁰⁵ steps): it is for checking old signatures, never for making new ones.
import { type ParameterSet, step, WORDS } from './gost34311-step.ts'

/** A hash being computed. `digest` may be asked at any time and changes nothing, so more can be added afterwards. */
export type Gost34311 = {
  readonly update: (bytes: Uint8Array) => void
  readonly digest: () => Uint8Array
}

type State = {
  readonly set: ParameterSet
  readonly h: Int32Array
  readonly length: Int32Array // L of §6, in bits
  readonly sigma: Int32Array
}

const BLOCK = 32
const ZERO = new Int32Array(WORDS)

/** The digest with Kazakhstan's parameters, 32 octets in the order in which every implementation prints them. */
export function gost34311(data: Uint8Array): Uint8Array {
  const hash = createGost34311('test')
  hash.update(data)
  return hash.digest()
}

/** A hash to which a message is given piece by piece. Kazakhstan's parameters are 'test'. */
export function createGost34311(set: ParameterSet): Gost34311 {
  const state = { set, h: new Int32Array(WORDS), length: new Int32Array(WORDS), sigma: new Int32Array(WORDS) } // stage 1
  const pending = new Uint8Array(BLOCK)
  let held = 0

  function update(bytes: Uint8Array): void {
    let rest = bytes
    while (held + rest.length >= BLOCK) {
      pending.set(rest.subarray(0, BLOCK - held), held)
      absorb(state, pending, BLOCK)
      rest = rest.subarray(BLOCK - held)
      held = 0
    }
    pending.set(rest, held)
    held += rest.length
  }
  return { update, digest: () => finish(state, pending.subarray(0, held)) }
}

/** Stage 3: a block that holds so many octets of the message. */
function absorb({ set, h, length, sigma }: State, block: Uint8Array, octets: number): void {
  const m = readWords(block)
  step(set, h, m)
  add(length, ZERO, 8 * octets)
  add(sigma, m, 0)
}

/**
 * Stage 2: what is left, filled up with zeros, then the length and the sum of all blocks. Where nothing is left nothing is
 * filled up, in the empty message either: so libnettle, librhash and Bouncy Castle do. By the letter of §6 (and in
 * gost-engine) the empty message alone has a block of zeros.
 */
function finish(state: State, rest: Uint8Array): Uint8Array {
  const { set } = state
  const last = { set, h: state.h.slice(), length: state.length.slice(), sigma: state.sigma.slice() }
  if (rest.length > 0) {
    const block = new Uint8Array(BLOCK)
    block.set(rest)
    absorb(last, block, rest.length)
  }
  step(set, last.h, last.length)
  step(set, last.h, last.sigma)
  return writeWords(last.h)
}

/** sum ← sum + term + carry modulo 2²⁵⁶. */
function add(sum: Int32Array, term: Int32Array, carry: number): void {
  let over = carry
  for (let i = 0; i < WORDS; i++) {
    over += ((sum[i] ?? 0) >>> 0) + ((term[i] ?? 0) >>> 0)
    sum[i] = over
    over = over > 0xffffffff ? 1 : 0
  }
}

function readWords(block: Uint8Array): Int32Array {
  const view = new DataView(block.buffer)
  const words = new Int32Array(WORDS)
  for (let i = 0; i < WORDS; i++) words[i] = view.getInt32(4 * i, true)
  return words
}

function writeWords(words: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(BLOCK))
  for (const [i, word] of words.entries()) view.setInt32(4 * i, word, true)
  return new Uint8Array(view.buffer)
}
