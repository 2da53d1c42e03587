// Streebog, the hash function of GOST R 34.11-2012, СТ РК ГОСТ Р 34.11-2015 and RFC 6986 (§9: its three stages).
import { compress, WORDS } from './streebog-compression.ts'

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
  return { update, digest: () => finish(state, pending.subarray(0, held)).slice(BLOCK - bits / 8) }
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
  add(n, ZERO, 8 * octets)
  add(sigma, m, 0)
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

/** sum ← sum + term + carry modulo 2⁵¹². */
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
