// Streebog in WebAssembly against Streebog by words, and where there is no WebAssembly.
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { compressionByWords, compressionInWasm, WORDS } from './streebog-compression.ts'

const state = fc.int32Array({ minLength: WORDS, maxLength: WORDS })

afterEach(() => vi.unstubAllGlobals())

describe('compression in WebAssembly', () => {
  it('is what compression by words is, for every state, counter and block', () => {
    const [inWasm, byWords] = [compressionInWasm(), compressionByWords()]
    if (!inWasm) throw new Error('this Node has no WebAssembly')
    fc.assert(
      fc.property(state, state, state, (h, n, m) => {
        const [one, other] = [h.slice(), h.slice()]
        inWasm(one, n, m)
        byWords(other, n, m)
        expect(one).toEqual(other)
      }),
      { seed: 6986, numRuns: 500 },
    )
  })

  it('leaves the counter and the block as they are', () => {
    const [h, n, m] = [1, 2, 3].map(value => new Int32Array(WORDS).fill(value)) as [Int32Array, Int32Array, Int32Array]
    compressionInWasm()?.(h, n, m)
    expect([...new Set([...n, ...m])]).toEqual([2, 3])
    expect([...h].every(word => word === 1)).toBe(false)
  })

  it('is not there without WebAssembly, or where a policy forbids to compile it', () => {
    vi.stubGlobal('WebAssembly', undefined)
    expect(compressionInWasm()).toBeUndefined()
    const Module = class {
      constructor() {
        throw new Error('Refused to compile or instantiate WebAssembly module')
      }
    }
    vi.stubGlobal('WebAssembly', { Module, Instance: Object })
    expect(compressionInWasm()).toBeUndefined()
  })
})
