// The same race with real signatures, through the whole service: threads, authority, evidence. A dozen here, 500 by npm run test:races.
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../../test-applications.ts'
import { sign } from '../../test-authority.ts'
import { signedIn } from '../../test-journeys.ts'
import { type Answer as HttpAnswer, type TestService, testService } from '../../test-service.ts'
import { countOf, hashOf } from './test-arena.ts'
import { checkHistory } from './test-check-history.ts'
import type { Call, Exchange } from './test-history.ts'
import { seededRandom } from './test-random.ts'
import { readBooks } from './test-read-books.ts'
import { answerOf } from './test-telling.ts'

const RACES = Number(process.env['SIGNED_RACES'] ?? 12)
const AT_ONCE = 4

/** Every moment another: each line of the audit tells whose it is. */
function ticking({ clock }: TestService): void {
  let at = clock.at.getTime()
  Object.defineProperty(clock, 'at', { get: () => new Date(at++), set: (given: Date) => (at = given.getTime()) })
}

describe('claim and withdrawals by two real signatures', () => {
  it(
    'have one winner each time, and whoever lost is told the true state',
    async () => {
      const service = await testService({ connections: 12 })
      const { browser, store } = await signedIn(service)
      ticking(service)
      const random = seededRandom(RACES)
      const asked = new Map<string, Exchange[]>()
      let moment = 0
      const ask = async (id: string, call: Call, send: () => Promise<HttpAnswer>) => {
        const began = moment++
        const answer = answerOf(await send())
        asked.set(id, [...(asked.get(id) ?? []), { call, asked: began, answered: moment++, answer }])
      }
      const race = async (id: string) => {
        await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
        const { json: draft } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
        const pdf = Buffer.from(draft.document.bytes, 'base64')
        const signing = () => {
          const cms = sign(store, pdf)
          const call = { is: 'sign', draft: draft.id, cms: hashOf(Buffer.from(cms, 'base64')), key: null } as const
          return () => ask(id, call, () => browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms }))
        }
        const claiming = () =>
          ask(id, { is: 'claim', claim: 'c' }, () =>
            service.core('POST', `/applications/${id}/execution`, { claimId: 'c' }),
          )
        const [one, other] = [signing(), signing()]
        const order = random.pick([
          [one, claiming, other],
          [claiming, one, other],
          [one, other, claiming],
        ])
        await Promise.all(order.map(act => act()))
        await one()
      }
      for (let n = 0; n < RACES; n += AT_ONCE)
        await Promise.all(Array.from({ length: Math.min(AT_ONCE, RACES - n) }, (_, i) => race(`r-${n + i}`)))

      const books = await readBooks(service.database.owner)
      const faults = [...books].flatMap(([id, found]) => {
        const log = found.log.map(entry => (entry.is === 'claimed' ? { ...entry, claim: 'c' } : entry)) // by its request
        return checkHistory(asked.get(id) ?? [], { ...found, log })
      })
      expect(faults).toEqual([])
      const ends = countOf([...books.values()].map(({ state }) => state))
      console.log(`${RACES} races with real signatures: ${JSON.stringify(ends)}`)
      expect(Object.keys(ends).sort()).toEqual(['executing', 'withdrawn'])
    },
    60_000 + RACES * 2_000,
  )
})
