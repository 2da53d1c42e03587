// The page that waits for the phone, on a line so slow that the next page takes longer than the next question.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

type Listener = (event: { preventDefault: () => void }) => void

let reloads = 0
let posts = 0
let listening: Record<string, () => void> = {} // of the document

/** A page with one element of the two that the island looks for. */
async function open(selector: string, element: object): Promise<void> {
  vi.stubGlobal('document', {
    hidden: false,
    querySelector: (asked: string) => (asked === selector ? element : null),
    addEventListener: (event: string, listener: () => void) => {
      listening[event] = listener
    },
  })
  vi.resetModules()
  await import('./qr.entry.ts')
}

beforeEach(() => {
  vi.useFakeTimers()
  reloads = 0
  posts = 0
  listening = {}
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('location', { reload: () => reloads++ })
  vi.stubGlobal('fetch', async () => Response.json({ state: 'scanned', problem: null }))
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a page that waits', () => {
  const box = (state: string, left: string) => ({
    dataset: { qr: '/x', state, problem: '', left },
    querySelector: () => null,
  })

  it('turns once when something has happened: to turn again would put an end to the first', async () => {
    await open('[data-qr]', box('waiting', '300'))
    await vi.advanceTimersByTimeAsync(20_000)
    expect(reloads).toBe(1)
  })

  it('lets a form that was sent lead on, though the code has ended by it', async () => {
    await open('[data-qr]', box('waiting', '300'))
    listening['submit']?.()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(reloads).toBe(0)
  })

  it('turns once when the time is over', async () => {
    await open('[data-qr]', box('scanned', '10'))
    await vi.advanceTimersByTimeAsync(9_000)
    expect(reloads).toBe(0)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(reloads).toBe(1)
  })
})

it('a page that waits shows how long is left in minutes and seconds, by the clock that runs, down to nothing', async () => {
  const clock = { textContent: '' }
  const querySelector = (asked: string) => (asked === '[data-clock]' ? clock : null)
  await open('[data-qr]', { dataset: { qr: '/x', state: 'scanned', problem: '', left: '66' }, querySelector })
  const shown = [clock.textContent]
  for (const seconds of [1, 5, 1, 49, 9, 1, 5]) {
    await vi.advanceTimersByTimeAsync(seconds * 1_000)
    shown.push(clock.textContent)
  }
  expect(shown).toEqual(['1:06', '1:05', '1:00', '0:59', '0:10', '0:01', '0:00', '0:00'])
})

it('a signed page goes on once, though an impatient person presses the button too', async () => {
  const listeners: Listener[] = []
  const requestSubmit = () => {
    let isPrevented = false
    for (const listener of listeners) listener({ preventDefault: () => (isPrevented = true) })
    if (!isPrevented) posts++
  }
  await open('form[data-completion]', {
    requestSubmit,
    addEventListener: (_: string, listener: Listener) => listeners.push(listener),
  })
  for (let press = 0; press < 3; press++) requestSubmit()
  expect(posts).toBe(1)
})
