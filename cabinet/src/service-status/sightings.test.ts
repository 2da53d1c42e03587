// What an instance has seen: written down at once when it changed, once a minute when it goes on.
import { expect, it } from 'vitest'
import { openSightings } from './sightings.ts'

const START = Date.parse('2026-12-04T10:00:00Z')
const at = (seconds: number) => new Date(START + seconds * 1000)

function instance() {
  let now = at(0)
  const { observe, take } = openSightings(() => now)
  const see = (seconds: number, answered: boolean) => {
    now = at(seconds)
    observe('persons', answered)
  }
  return { see, take }
}

it('what was never seen is not written', () => expect(instance().take()).toEqual([]))

it('a thousand calls a minute are one line a minute, with the beginning and the last', () => {
  const { see, take } = instance()
  for (let second = 0; second < 60; second++) see(second, true)
  expect(take()).toEqual([{ name: 'persons', state: 'up', since: at(0), at: at(59) }])
  for (let second = 60; second < 119; second++) see(second, true)
  expect(take()).toEqual([])
  see(119, true)
  expect(take()).toEqual([{ name: 'persons', state: 'up', since: at(0), at: at(119) }])
  expect(take()).toEqual([])
})

it('a change is written at the next round', () => {
  const { see, take } = instance()
  see(0, true)
  take()
  see(3, false)
  see(4, false)
  expect(take()).toEqual([{ name: 'persons', state: 'down', since: at(3), at: at(4) }])
  see(5, true)
  expect(take()).toMatchObject([{ state: 'up', since: at(5) }])
})
