// OBJECT IDENTIFIER values. ITU-T X.690 §8.19: subidentifiers in base 128, the first holding two arcs.

const MAX_OCTETS = 128 // the longest registered ones, under 2.25, have some twenty

/** The content octets of a dotted identifier. Throws RangeError when it is not one. */
export function encodeOid(dotted: string): Uint8Array {
  if (!/^[0-2](\.(0|[1-9]\d*))+$/.test(dotted)) throw new RangeError(`not an object identifier: ${dotted}`)
  const [top = 0n, second = 0n, ...arcs] = dotted.split('.').map(BigInt)
  if (top < 2n && second > 39n) throw new RangeError(`not an object identifier: ${dotted}`) // X.660 §A.2
  return Uint8Array.from([top * 40n + second, ...arcs].flatMap(base128)) // §8.19.4
}

/** The dotted form of content octets, or undefined when they are not minimal, not complete, none, or past any use. */
export function decodeOid(content: Uint8Array): string | undefined {
  if (content.length === 0 || content.length > MAX_OCTETS || (content.at(-1) ?? 0) >= 0x80) return undefined
  const arcs: bigint[] = []
  let arc = 0n
  let atStart = true
  for (const octet of content) {
    if (atStart && octet === 0x80) return undefined // §8.19.2: the fewest octets
    arc = arc * 128n + BigInt(octet & 0x7f)
    atStart = octet < 0x80
    if (!atStart) continue
    arcs.push(arc)
    arc = 0n
  }
  const [first = 0n, ...others] = arcs
  const top = first < 80n ? first / 40n : 2n // §8.19.4: only under 2 may the second arc pass 39
  return [top, first - top * 40n, ...others].join('.')
}

function base128(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)]
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80)
  return octets
}
