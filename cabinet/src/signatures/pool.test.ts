// The threads: bounded, separate, replaceable.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { openPool, type Pool } from './pool.ts'
import type * as tasks from './test-worker.ts'

type Difference = { threads?: number; timeoutMs?: number }

function pool({ threads = 2, timeoutMs = 1_500 }: Difference = {}): Pool<typeof tasks> & { troubles: string[] } {
  const troubles: string[] = []
  const opened = openPool<typeof tasks>({
    worker: pathToFileURL(path.join(inject('bundle'), 'test-worker.js')),
    workerData: { trust: 'read once' },
    threads,
    timeoutMs,
    onTrouble: (why, task) => troubles.push(`${task} ${why}`),
  })
  onTestFinished(() => opened.close())
  return { ...opened, troubles }
}

const done = (word: string) => ({ kind: 'done', value: { word, given: { trust: 'read once' } } })

describe('the threads', () => {
  it('hand each thread what it was given at the start, and no environment', async () => {
    const { run } = pool()
    expect(await run('acts', 'echo', { word: 'a' })).toEqual(done('a'))
    expect(await run('acts', 'secrets', null)).toEqual({ kind: 'done', value: 0 })
  })

  it('end a task that takes too long, while others are answered and this thread goes on', async () => {
    const { run, troubles } = pool()
    await run('acts', 'echo', { word: 'warm' })
    const finished: string[] = []
    const hung = run('acts', 'spin', null).then(outcome => finished.push(JSON.stringify(outcome)))
    const ticks = setInterval(() => finished.push('tick'), 50)
    for (const word of ['a', 'b', 'c']) {
      expect(await run('acts', 'echo', { word })).toEqual(done(word))
      finished.push(word)
    }
    await hung
    clearInterval(ticks)
    expect(finished.filter(word => word !== 'tick')).toEqual(['a', 'b', 'c', '{"kind":"ended","why":"too-long"}'])
    expect(finished.filter(word => word === 'tick').length).toBeGreaterThan(10)
    expect(troubles).toEqual(['spin too-long'])
  })

  it.each(['hang', 'exhaust', 'exit'] as const)('stay whole after many a task that ends by %s', async task => {
    const { run, isUp } = pool({ timeoutMs: task === 'hang' ? 1_000 : 20_000 })
    const times = task === 'exhaust' ? 2 : 6 // memory has to be filled first
    const outcomes = await Promise.all(Array.from({ length: times }, () => run('acts', task, null)))
    const why = task === 'hang' ? 'too-long' : 'crashed'
    expect(outcomes).toEqual(Array.from({ length: times }, () => ({ kind: 'ended', why })))
    const after = await Promise.all(Array.from({ length: 8 }, (_, i) => run('acts', 'echo', { word: `${i}` })))
    expect(after).toEqual(Array.from({ length: 8 }, (_, i) => done(`${i}`)))
    expect(isUp()).toBe(true)
  })

  it('let what runs end when they are closed, and begin nothing more', async () => {
    const { run, close, isUp } = pool({ threads: 1 })
    const asked = Array.from({ length: 5 }, (_, i) => run('acts', 'echo', { word: `${i}` }))
    await close()
    const [first, ...others] = await Promise.all(asked)
    expect(first).toEqual(done('0'))
    expect(new Set(others.map(({ kind }) => kind))).toEqual(new Set(['busy']))
    expect(await run('acts', 'echo', { word: 'late' })).toEqual({ kind: 'busy' })
    expect(isUp()).toBe(false)
  })

  it('throw what a task throws: that is nobody’s input', async () => {
    const { run } = pool()
    await expect(run('acts', 'fail', null)).rejects.toThrow('a fault of ours')
  })
})

describe('the lanes of the threads', () => {
  it('keep nobody waiting past their time, in the queue or at work; what a thread has goes on to its own end', async () => {
    const { run, troubles, threadsOf } = pool({ threads: 1, timeoutMs: 1_500 })
    await run('acts', 'echo', { word: 'warm' })
    const began = performance.now()
    const outcomes = await Promise.all([
      run('acts', 'hang', null, AbortSignal.timeout(200)),
      run('acts', 'echo', { word: 'queued' }, AbortSignal.timeout(300)),
    ])
    expect(outcomes).toEqual([{ kind: 'busy' }, { kind: 'busy' }])
    expect(performance.now() - began).toBeLessThan(1_400)
    expect([threadsOf('acts'), troubles]).toEqual([1, []])
    expect(await run('acts', 'echo', { word: 'patient' })).toEqual(done('patient'))
    expect(troubles).toEqual(['hang too-long'])
  })

  it('say busy at once when the lane is full, and answer all that were let in', async () => {
    const { run } = pool({ threads: 1 })
    const asked = Array.from({ length: 80 }, (_, i) => run('acts', 'echo', { word: `${i}` }))
    const outcomes = await Promise.all(asked)
    const kinds = outcomes.map(({ kind }) => kind)
    expect(kinds.slice(0, 65)).toEqual(Array.from({ length: 65 }, () => 'done')) // one at work, 64 in the queue
    expect(kinds.slice(65)).toEqual(Array.from({ length: 15 }, () => 'busy'))
    expect((await run('acts', 'echo', { word: 'later' })).kind).toBe('done')
  })

  it.each(['visitors', 'public'] as const)('never let %s take a thread of the acts', async lane => {
    const { run, threadsOf } = pool({ threads: 1 })
    await run('acts', 'echo', { word: 'warm' })
    const order: string[] = []
    const flood = Array.from({ length: 80 }, () => run(lane, 'hang', null).then(({ kind }) => order.push(kind)))
    expect(threadsOf(lane)).toBe(1)
    for (const word of ['a', 'b']) {
      const { kind } = await run('acts', 'echo', { word })
      order.push(`act ${kind}`)
    }
    const refused = { visitors: 15, public: 71 }[lane] // one is at work, the rest wait
    expect(order).toEqual([...Array.from({ length: refused }, () => 'busy'), 'act done', 'act done'])
    expect(threadsOf(lane)).toBe(1)
    void flood
  })
})
