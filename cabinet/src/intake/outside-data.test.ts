// What the core may send and how people see it. One rule for words: what hides or turns a line is refused (api.test.ts has the
// table of that); everything else is taken as it is, and shown in a direction of its own.
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { signedIn } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import type { ApplicationMessage } from './message.ts'

const everywhere = (text: string) => ({ name: { kk: text, ru: text, en: text } })
const LONG = 'Ұзақ атауы бар «Қ’аһарман» д’Артаньян O’Connor '.repeat(5).slice(0, 200).trim()

const CASES: readonly (readonly [what: string, message: Partial<ApplicationMessage>, shown: RegExp])[] = [
  ['an amount of nothing', { amount: { value: '0.00', currency: 'KZT' } }, />0,00\s₸</],
  ['a million millions', { amount: { value: '1000000000000.00', currency: 'KZT' } }, />1(\s000){4},00\s₸</],
  ['a name of 200 letters with apostrophes', { counterparty: everywhere(LONG) }, new RegExp(`<bdi[^>]*>${LONG}</bdi>`)],
  [
    'a name with a straight apostrophe',
    { counterparty: everywhere("O'Neill & Sons <Ltd>") },
    /O&#39;Neill &amp; Sons &lt;Ltd&gt;/,
  ],
  ['a name from right to left', { counterparty: everywhere('בנק הפועלים') }, /<bdi[^>]*>בנק הפועלים<\/bdi>/],
  ['the last second of UTC+6', { receivedAt: '2024-02-29T23:59:59+06:00' }, />29\.02\.2024 23:59:59</],
  ['the first moment of UTC+5', { receivedAt: '2024-02-29T19:00:00Z' }, />01\.03\.2024 00:00:00</],
  ['the hour that came twice', { receivedAt: '2024-02-29T18:30:00Z' }, />29\.02\.2024 23:30:00</],
  ['midnight at the end of a month', { receivedAt: '2026-01-31T19:00:00Z' }, />01\.02\.2026 00:00:00</],
  ['the last second of a year', { receivedAt: '2025-12-31T18:59:59Z' }, />31\.12\.2025 23:59:59</],
]

describe('what the core sends', () => {
  it('is shown on the page of the application as it is meant, and the list goes on working', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (const [i, [what, message, shown]] of CASES.entries()) {
      const id = `outside-${i}`
      const taken = await service.core('PUT', `/applications/${id}`, bankDetails({ number: id, ...message }))
      expect(taken.status, what).toBe(201)
      expect((await browser.get(`/kk/applications/${id}`)).json, what).toMatch(shown)
    }
    const list = await browser.get('/kk/applications')
    expect(list.json).toContain(`Барлығы: ${CASES.length}`)
  })
})
