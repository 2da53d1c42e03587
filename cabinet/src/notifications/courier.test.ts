import { describe, expect, it } from 'vitest'
import { courier } from './courier.ts'

/** Rounds that end when the test says. */
function rounds() {
  const begun: { end: (count: number) => void; fail: (error: Error) => void }[] = []
  const round = courier(() => new Promise<number>((end, fail) => begun.push({ end, fail })))
  const at = async (count: number) => {
    while (begun.length < count) await new Promise(resolve => setImmediate(resolve))
    return begun[count - 1]
  }
  return { round, begun, at }
}

describe('the courier', () => {
  it('makes one round at a time, and one more for all who asked meanwhile', async () => {
    const { round, begun, at } = rounds()
    const first = round()
    const { end } = (await at(1)) ?? {}
    const later = [round(), round(), round()]
    expect(begun).toHaveLength(1)
    end?.(1)
    expect(await first).toBe(1)
    ;(await at(2))?.end(5)
    expect(await Promise.all(later)).toEqual([5, 5, 5])
    expect(begun).toHaveLength(2)
  })

  it('goes out again after a round that failed', async () => {
    const { round, at } = rounds()
    const failed = round()
    const next = at(1).then(begun => {
      const again = round()
      begun?.fail(new Error('no database'))
      return again
    })
    await expect(failed).rejects.toThrow('no database')
    ;(await at(2))?.end(0)
    expect(await next).toBe(0)
  })
})
