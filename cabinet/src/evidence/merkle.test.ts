// The tree: every leaf has its path to the root, no other leaf has it, and no node passes for a leaf.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { follow, leafHash, openTree, pathOf, rootOf } from './merkle.ts'

const leafOf = (n: number) => leafHash(`${n}-ОЖ`, [{ piece: 'statement', position: 0, sha256: Buffer.alloc(32, n) }])
const leaves = (count: number) => Array.from({ length: count }, (_, i) => leafOf(i + 1))
const node = (left: Buffer, right: Buffer) =>
  createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest()

const somewhere = fc
  .integer({ min: 1, max: 70 })
  .chain(count => fc.tuple(fc.constant(count), fc.nat(count - 1), fc.nat(count - 1)))

describe('the tree', () => {
  it('has the shape of RFC 6962: of seven leaves, four on the left', () => {
    const [a, b, c, d, e, f, g] = leaves(7)
    if (!a || !b || !c || !d || !e || !f || !g) throw new Error('seven leaves')
    const expected = node(node(node(a, b), node(c, d)), node(node(e, f), g))
    expect(rootOf(leaves(7))).toEqual(expected)
    expect(rootOf([a])).toEqual(a)
    expect(rootOf([])).toBeUndefined()
  })

  it('leads from every leaf to its root by a path as long as the tree is high, and from no other leaf', () => {
    fc.assert(
      fc.property(somewhere, ([count, index, other]) => {
        const all = leaves(count)
        const path = pathOf(all, index)
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(count)))
        expect(follow(all[index] ?? Buffer.alloc(0), path)).toEqual(rootOf(all))
        if (other !== index) expect(follow(all[other] ?? Buffer.alloc(0), path)).not.toEqual(rootOf(all))
      }),
    )
  })

  it('is another when a leaf is changed, left out, put in, repeated or moved', () => {
    fc.assert(
      fc.property(somewhere, ([count, index, other]) => {
        const all = leaves(count)
        const root = rootOf(all)
        expect(rootOf(all.with(index, leafOf(1_000)))).not.toEqual(root)
        expect(rootOf(all.toSpliced(index, 1))).not.toEqual(root)
        expect(rootOf(all.toSpliced(index, 0, leafOf(1_000)))).not.toEqual(root)
        expect(rootOf([...all, ...all.slice(-1)])).not.toEqual(root)
        const [moved, back] = [all[index], all[other]]
        if (index !== other && moved && back) expect(rootOf(all.with(index, back).with(other, moved))).not.toEqual(root)
      }),
    )
  })

  it('takes no node for a leaf: the same bytes have another hash there', () => {
    const [a, b] = leaves(2)
    if (!a || !b) throw new Error('two leaves')
    const bytes = Buffer.concat([a, b])
    const asLeaf = createHash('sha256').update(Buffer.of(0)).update(bytes).digest()
    expect(rootOf([a, b])).not.toEqual(asLeaf)
    expect(rootOf([a, b])).not.toEqual(createHash('sha256').update(bytes).digest())
  })

  it('grows leaf by leaf to the same root, remembering one hash a level', () => {
    const tree = openTree()
    leaves(70).forEach((leaf, i) => {
      tree.add(leaf)
      expect(tree.root()).toEqual(rootOf(leaves(i + 1)))
    })
    for (const index of [-1, 70, 0.5, Number.NaN]) expect(() => pathOf(leaves(70), index)).toThrow(RangeError)
  })
})

describe('a leaf', () => {
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
  const of = (registration: string, ...pieces: [string, number, Buffer][]) =>
    leafHash(
      registration,
      pieces.map(([piece, position, sha256]) => ({ piece, position, sha256 })),
    ).toString('hex')

  it('is the same in whatever order the pieces are read', () => {
    expect(of('1-ОЖ', ['a', 0, one], ['b', 0, two], ['b', 1, one])).toBe(
      of('1-ОЖ', ['b', 1, one], ['b', 0, two], ['a', 0, one]),
    )
  })

  it('is another for another registration, piece, place or content, and nothing moves from one value into the next', () => {
    const all = [
      of('1-ОЖ', ['a', 0, one]),
      of('2-ОЖ', ['a', 0, one]),
      of('1-ОЖ', ['b', 0, one]),
      of('1-ОЖ', ['a', 1, one]),
      of('1-ОЖ', ['a', 0, two]),
      of('1-ОЖ', ['a', 0, one], ['a', 1, one]),
      of('1-ОЖa', ['', 0, one]),
      of('1-ОЖ'),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})
