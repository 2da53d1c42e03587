// A lane, whatever moment others choose to come.
import { expect, it } from 'vitest'
import { openLane } from './lane.ts'

it('never has more at work than it may, also when somebody comes between the end of one task and the turn of the next', async () => {
  const lane = openLane(1, 100)
  let atWork = 0
  let most = 0
  const task = async () => {
    most = Math.max(most, ++atWork)
    await Promise.resolve()
    atWork--
  }
  const asked = [lane.run(task), lane.run(task)]
  for (let moment = 0; moment < 20; moment++) {
    asked.push(lane.run(task))
    await Promise.resolve()
  }
  await Promise.all(asked)
  expect([most, lane.running()]).toEqual([1, 0])
})

it('gives the place of a task that throws to the next', async () => {
  const lane = openLane(1, 1)
  const failed = lane.run(() => Promise.reject(new Error('a fault of ours')))
  const next = lane.run(() => Promise.resolve('done'))
  expect(await lane.run(() => Promise.resolve('too many'))).toBeUndefined()
  await expect(failed).rejects.toThrow('a fault of ours')
  expect(await next).toBe('done')
  expect(lane.running()).toBe(0)
})

it('is left by whoever waits no longer: the place is the next one’s, and the task never begins', async () => {
  const lane = openLane(1, 1)
  let end = () => {}
  const first = lane.run(() => new Promise<void>(resolve => (end = resolve)))
  const begun: string[] = []
  const patience = new AbortController()
  const impatient = lane.run(async () => begun.push('impatient'), patience.signal)
  expect(await lane.run(async () => begun.push('too many'))).toBeUndefined()
  patience.abort()
  expect(await impatient).toBeUndefined()
  const patient = lane.run(async () => begun.push('patient'), AbortSignal.timeout(60_000))
  end()
  await Promise.all([first, patient])
  expect(await lane.run(async () => begun.push('late'), patience.signal)).toBeUndefined()
  expect([begun, lane.running()]).toEqual([['patient'], 0])
})
