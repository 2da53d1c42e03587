// The guard itself: it ends what would never end, and what wants all the memory there is.
import { describe, expect, it } from 'vitest'
import { guard } from './guard.ts'

const program = (text: string) => new URL(`data:text/javascript,${encodeURIComponent(text)}`)
const WORKER = `import { parentPort, workerData } from 'node:worker_threads'; const { position, input } = workerData;`

describe('guarded work', () => {
  it('answers what the thread says', async () => {
    expect(await guard(program(`${WORKER} parentPort.postMessage(input + 1)`), { input: 1 })).toBe(2)
  })

  it('that hangs is ended, and the input named', async () => {
    const hanging = program(`${WORKER} Atomics.store(position, 0, 7); for (;;);`)
    await expect(guard(hanging, { input: 0, stallMs: 1500 })).rejects.toThrow('hangs at input 7')
  })

  it('that takes more memory than it may is ended, and the input named', async () => {
    const hoarding = program(`${WORKER} Atomics.store(position, 0, 8); const all = []; for (;;) all.push({ all })`)
    await expect(guard(hoarding, { input: 0 })).rejects.toThrow('dies at input 8')
  })

  it('that throws is told, and the input named', async () => {
    await expect(guard(program(`${WORKER} null.length`), { input: 0 })).rejects.toThrow('dies at input 0')
  })
})
