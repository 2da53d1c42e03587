// Numbers that follow from a seed and a position alone, so that one mutant of a million can be made again by itself.

/** A whole number from 0 to below `below`, which is at least 1. */
export type Random = (below: number) => number

/** The numbers of the position `index` under this seed: a counter stirred by the finaliser of MurmurHash3. */
export function randomAt(seed: number, index: number): Random {
  let state = stir(stir(seed) ^ index)
  return below => {
    state = (state + 0x9e3779b9) | 0 // the golden ratio, as any odd step would do
    return stir(state) % below
  }
}

/** One of the items. Throws RangeError when there is none. */
export function oneOf<T>(items: readonly T[], random: Random): T {
  const item = items[random(items.length)]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

function stir(word: number): number {
  let h = word | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
