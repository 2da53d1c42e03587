// The page that is open while the application changes: it asks less and less often, says it once, and turns nothing.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const WORDS = 'words of the page'

let answers: (Response | Error)[] = []
let asked: { address: string; tag: string | undefined; at: number }[] = []
let said: unknown[] = []
let onVisible = () => {}
let page = { hidden: false }

/** A page whose box is as the server made it. */
async function open(box: object | null): Promise<void> {
  page = {
    hidden: false,
    ...{ querySelector: () => box, addEventListener: (_: string, listener: () => void) => (onVisible = listener) },
  }
  vi.stubGlobal('document', page)
  vi.resetModules()
  await import('./changed.entry.ts')
}

const aBox = () => ({
  dataset: { changed: '/kk/applications/a-1/version', version: '"accepted-1"' },
  querySelector: () => ({ content: WORDS }),
  append: (words: unknown) => said.push(words),
})

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

beforeEach(() => {
  vi.useFakeTimers()
  answers = []
  asked = []
  said = []
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('location', {
    reload: () => {
      throw new Error('the page was turned')
    },
  })
  vi.stubGlobal('fetch', async (address: string, init: { headers: Record<string, string> }) => {
    asked.push({ address, tag: init.headers['If-None-Match'], at: Date.now() })
    const answer = answers.shift() ?? new Response(null, { status: 304 })
    if (answer instanceof Error) throw answer
    return answer
  })
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('an open page', () => {
  it('asks with growing pauses, at most every five minutes, naming what it shows', async () => {
    await open(aBox())
    await minutes(60)
    const pauses = asked.slice(1).map(({ at }, i) => at - (asked[i]?.at ?? 0))
    expect(asked[0]).toMatchObject({ address: '/kk/applications/a-1/version', tag: '"accepted-1"' })
    expect(pauses.slice(0, 3)).toEqual([15_000, 22_500, 33_750])
    expect(pauses.at(-1)).toBe(300_000)
    expect(asked.length).toBeLessThan(25)
    expect(said).toEqual([])
  })

  it('says once that something has changed, and then asks no more', async () => {
    await open(aBox())
    answers = [new Response(null, { status: 304 }), new Response(null, { status: 204 })]
    await minutes(60)
    expect(said).toEqual([WORDS])
    expect(asked).toHaveLength(2)
  })

  for (const status of [401, 404])
    it(`stops at ${status}: there is nobody to say it to`, async () => {
      await open(aBox())
      answers = [new Response(null, { status })]
      await minutes(60)
      onVisible()
      await minutes(60)
      expect(asked).toHaveLength(1)
      expect(said).toEqual([])
    })

  it('goes on asking after a failure of the line or of the server', async () => {
    await open(aBox())
    answers = [new Error('no line'), new Response(null, { status: 503 }), new Response(null, { status: 204 })]
    await minutes(2)
    expect(said).toEqual([WORDS])
  })

  it('does not ask while nobody looks, and asks at once when they look again', async () => {
    await open(aBox())
    page.hidden = true
    onVisible()
    await minutes(60)
    expect(asked).toHaveLength(0)
    page.hidden = false
    onVisible()
    onVisible()
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveLength(1)
  })
})

it('a page without the box is left alone', async () => {
  await open(null)
  await minutes(60)
  expect(asked).toEqual([])
})
