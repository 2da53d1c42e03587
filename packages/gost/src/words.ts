// Vectors of 256 or 512 bits as words of 32, least significant first: what both hash functions count and sum with.

/** A message given piece by piece, handed on block by block. */
export type Blocks = {
  readonly push: (bytes: Uint8Array) => void
  /** What has not filled a block yet, of which there is always less than one. */
  readonly rest: () => Uint8Array
}

/** `absorb` may not keep the block: the next one is written over it. */
export function cutIntoBlocks(octets: number, absorb: (block: Uint8Array) => void): Blocks {
  const pending = new Uint8Array(octets)
  let held = 0

  function push(bytes: Uint8Array): void {
    let rest = bytes
    while (held + rest.length >= octets) {
      pending.set(rest.subarray(0, octets - held), held)
      absorb(pending)
      rest = rest.subarray(octets - held)
      held = 0
    }
    pending.set(rest, held)
    held += rest.length
  }
  return { push, rest: () => pending.subarray(0, held) }
}

/** sum ← sum + term modulo 2 to the number of bits. */
export function addWords(sum: Int32Array, term: Int32Array): void {
  let carry = 0
  for (let i = 0; i < sum.length; i++) carry = addAt(sum, i, ((term[i] ?? 0) >>> 0) + carry)
}

/** sum ← sum + number modulo 2 to the number of bits, for a number below 2³². */
export function addNumber(sum: Int32Array, number: number): void {
  let carry = number
  for (let i = 0; i < sum.length && carry > 0; i++) carry = addAt(sum, i, carry)
}

/** The words of a block that owns its buffer. */
export function readWords(block: Uint8Array): Int32Array {
  const view = new DataView(block.buffer)
  const words = new Int32Array(block.length / 4)
  for (let i = 0; i < words.length; i++) words[i] = view.getInt32(4 * i, true)
  return words
}

export function writeWords(words: Int32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * words.length))
  for (const [i, word] of words.entries()) view.setInt32(4 * i, word, true)
  return new Uint8Array(view.buffer)
}

/** Adds at one place and returns what is carried to the next. */
function addAt(sum: Int32Array, i: number, addend: number): number {
  const total = ((sum[i] ?? 0) >>> 0) + addend
  sum[i] = total
  return total > 0xffffffff ? 1 : 0
}
