// GOST 34.311-95 = GOST R 34.11-94, the hash function of Kazakhstan's older signatures. RFC 5831 §6: its procedure.
// It begins with H = 0 and, in Kazakhstan, has the substitution of the standard's own example: 1.2.398.3.10.1.3.1.1.0.
// It is broken in theory (a collision costs 2¹⁰⁵ steps): it is for checking old signatures, never for making new ones.
import { type ParameterSet, step, WORDS } from './gost34311-step.ts'
import { addNumber, addWords, cutIntoBlocks, readWords, writeWords } from './words.ts'

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

/** The digest with Kazakhstan's parameters, 32 octets in the order in which every implementation prints them. */
export function gost34311(data: Uint8Array): Uint8Array {
  const hash = createGost34311('test')
  hash.update(data)
  return hash.digest()
}

/** A hash to which a message is given piece by piece. Kazakhstan's parameters are 'test'. */
export function createGost34311(set: ParameterSet): Gost34311 {
  const state = { set, h: new Int32Array(WORDS), length: new Int32Array(WORDS), sigma: new Int32Array(WORDS) } // stage 1
  const { push, rest } = cutIntoBlocks(BLOCK, block => absorb(state, block, BLOCK))
  return { update: push, digest: () => finish(state, rest()) }
}

/** Stage 3: a block that holds so many octets of the message. */
function absorb({ set, h, length, sigma }: State, block: Uint8Array, octets: number): void {
  const m = readWords(block)
  step(set, h, m)
  addNumber(length, 8 * octets)
  addWords(sigma, m)
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
