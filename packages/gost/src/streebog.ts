// Streebog, the hash function of GOST R 34.11-2012, СТ РК ГОСТ Р 34.11-2015 and RFC 6986 (§9: its three stages).
import { compress, WORDS } from './streebog-compression.ts'
import { addNumber, addWords, cutIntoBlocks, readWords, writeWords } from './words.ts'

/** A hash being computed. `digest` may be asked at any time and changes nothing, so more can be added afterwards. */
export type Streebog = {
  readonly update: (bytes: Uint8Array) => void
  readonly digest: () => Uint8Array
}

type State = { readonly h: Int32Array; readonly n: Int32Array; readonly sigma: Int32Array }

const BLOCK = 64
const ZERO = new Int32Array(WORDS)

/** The digest, 64 octets in the order in which every implementation prints them. */
export function streebog512(data: Uint8Array): Uint8Array {
  return digestOf(512, data)
}

/** The digest, 32 octets in the order in which every implementation prints them. */
export function streebog256(data: Uint8Array): Uint8Array {
  return digestOf(256, data)
}

/** A hash to which a message is given piece by piece. */
export function createStreebog(bits: 256 | 512): Streebog {
  const state = begin(bits)
  const { push, rest } = cutIntoBlocks(BLOCK, block => absorb(state, block, BLOCK))
  return { update: push, digest: () => finish(state, rest()).slice(BLOCK - bits / 8) }
}

function digestOf(bits: 256 | 512, data: Uint8Array): Uint8Array {
  const hash = createStreebog(bits)
  hash.update(data)
  return hash.digest()
}

/** §9.1: the initialisation vector is zeros for 512 bits and octets 01 for 256. */
function begin(bits: 256 | 512): State {
  const h = new Int32Array(WORDS).fill(bits === 512 ? 0 : 0x01010101)
  return { h, n: new Int32Array(WORDS), sigma: new Int32Array(WORDS) }
}

/** §9.2: compresses a block that holds so many octets of the message. */
function absorb({ h, n, sigma }: State, block: Uint8Array, octets: number): void {
  const m = readWords(block)
  compress(h, n, m)
  addNumber(n, 8 * octets)
  addWords(sigma, m)
}

/** §9.3: what is left of the message, a one bit, and zeros; then the length and the sum of all blocks. */
function finish(state: State, rest: Uint8Array): Uint8Array {
  const last = { h: state.h.slice(), n: state.n.slice(), sigma: state.sigma.slice() }
  const block = new Uint8Array(BLOCK)
  block.set(rest)
  block[rest.length] = 1
  absorb(last, block, rest.length)
  compress(last.h, ZERO, last.n)
  compress(last.h, ZERO, last.sigma)
  return writeWords(last.h)
}
