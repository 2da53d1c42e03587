// The same race with real signatures, through the whole service: a signature by EDS, one from eGov Mobile, the form of the page, the
// core that claims or refuses; threads, authority, evidence. A dozen here, 500 by npm run test:races.
import { randomUUID } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import type { KeyStore } from '@otinish/simulators/p12/read'
import { describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, sign, testAuthority } from '../../test-authority.ts'
import { signedIn } from '../../test-journeys.ts'
import { type Browser, type TestService, testService } from '../../test-service.ts'
import { countOf } from './test-arena.ts'
import { checkHistory } from './test-check-history.ts'
import { checkStranger } from './test-check-privacy.ts'
import { checkRecord } from './test-check-record.ts'
import type { Answer, Books, Call, Exchange } from './test-history.ts'
import { type Random, seededRandom } from './test-random.ts'
import { readBooks } from './test-read-books.ts'
import { answerOf } from './test-telling.ts'
import { callOf, type Prepared, prepare, sendSignature, type Way, within } from './test-ways.ts'

const RACES = Number(process.env['SIGNED_RACES'] ?? 12)
const AT_ONCE = 4
const CLAIM = 'c'

/** By turns: two ways of signing, each with a key of its own, and what the core wants meanwhile. */
const CONTESTS = [
  { ways: ['phone', 'api'], core: 'claim' },
  { ways: ['phone', 'api'], core: 'refuse' },
  { ways: ['page', 'api'], core: 'claim' },
  { ways: ['phone', 'page'], core: 'claim' },
] as const satisfies readonly { ways: readonly [Way, Way]; core: 'claim' | 'refuse' }[]

type Field = {
  readonly service: TestService
  readonly browser: Browser
  readonly keys: readonly KeyStore[]
  readonly random: Random
  readonly asked: Map<string, Exchange[]>
  readonly shown: Map<string, string> // by application: what the page called its registration
  moment: number
}

/** Every moment another: each line of the audit tells whose it is. */
function ticking({ clock }: TestService): void {
  let at = clock.at.getTime()
  Object.defineProperty(clock, 'at', { get: () => new Date(at++), set: (given: Date) => (at = given.getTime()) })
}

async function ask(field: Field, id: string, call: Call, send: () => Promise<Answer>): Promise<Answer> {
  const began = field.moment++
  const answer = await send()
  field.asked.set(id, [...(field.asked.get(id) ?? []), { call, asked: began, answered: field.moment++, answer }])
  return answer
}

/** The page shows how the statement ended, whichever signature did it: whose it was the checker does not learn from it. */
function signing(field: Field, prepared: Prepared, way: Way, key: KeyStore): () => Promise<string> {
  const { service, browser, shown } = field
  const one = { prepared, browser, cms: Buffer.from(sign(key, prepared.pdf), 'base64') }
  return async () => {
    const told = { is: 'unknown' } as Answer
    let said: Answer = told
    await ask(field, prepared.id, callOf(way, one), async () => {
      said = await sendSignature(within(service), way, one)
      const isSeen = way === 'page' && said.is !== 'refused'
      if (isSeen && said.is === 'withdrawn') shown.set(prepared.id, said.registration)
      return isSeen ? told : said
    })
    return `${way} ${wordOf(said)}`
  }
}

const wordOf = (answer: Answer) => (answer.is === 'refused' ? answer.code : answer.is)

function coreWants(field: Field, id: string, what: 'claim' | 'refuse'): () => Promise<string> {
  const { core } = field.service
  const text = { kk: 'бас тартылды', ru: 'отказ', en: 'refused' }
  const status = { is: 'refused', on: '2026-06-16', refusal: { code: 'r', text } }
  const call: Call =
    what === 'claim' ? { is: 'claim', claim: CLAIM } : { is: 'end', event: randomUUID(), word: 'refused' }
  const send = () =>
    call.is === 'end'
      ? core('POST', '/status-events', { id: call.event, application: id, status })
      : core('POST', `/applications/${id}/execution`, { claimId: CLAIM })
  return async () => `${what} ${wordOf(await ask(field, id, call, async () => answerOf(await send())))}`
}

/** All three at the same moment, in an order that changes, one of them first; then one of them once more. What each was told at first. */
async function race(field: Field, n: number): Promise<string> {
  const { service, browser, keys, random } = field
  const id = `r-${n}`
  const { ways, core } = CONTESTS[n % CONTESTS.length] ?? CONTESTS[0]
  const prepared = await prepare(service, browser, id, ways)
  const contestants = [
    ...ways.map((way, i) => signing(field, prepared, way, keys[i] as KeyStore)),
    coreWants(field, id, core),
  ]
  const [first, ...others] = rotated(contestants, Math.floor(n / CONTESTS.length))
  const order = random.chance(0.5) ? [first, ...others] : [first, ...others.toReversed()]
  const [one, ...rest] = order
  const began = one?.()
  if (began && random.chance(0.5)) await headStart(service, began)
  const told = await Promise.all([began, ...rest.map(act => act?.())])
  await contestants[0]?.()
  return told.toSorted().join(', ')
}

/** The first comes alone for a while: until it is answered, or until an authority is asked about somebody's certificate. */
async function headStart({ pki }: TestService, began: Promise<unknown>): Promise<void> {
  const { ocsp } = pki.asked()
  let isAnswered = false
  void began.then(() => {
    isAnswered = true
  })
  while (!isAnswered && pki.asked().ocsp === ocsp) await turn()
}

/** Who comes first changes with every round of contests. */
function rotated<T>(all: readonly T[], by: number): T[] {
  return all.map((_, i) => all[(i + by) % all.length] as T)
}

/** A claim and an event are called in the audit by their requests. */
function faultsOf(field: Field, id: string, books: Books): string[] {
  const exchanges = field.asked.get(id) ?? []
  const event = exchanges.flatMap(({ call }) => (call.is === 'end' ? [call.event] : []))[0] ?? ''
  const log = books.log.map(entry => {
    if (entry.is === 'claimed') return { ...entry, claim: CLAIM }
    return entry.is === 'ended' ? { ...entry, event } : entry
  })
  return checkHistory(exchanges, { ...books, log }).map(fault => `${id} ${fault}`)
}

describe('withdrawals by real signatures, by EDS, by the page and from eGov Mobile, and the core', () => {
  it(
    'have one winner each time, whoever lost is told the true state, every act has its line, and nobody else sees any of it',
    async () => {
      const service = await testService({ connections: 12 })
      const { browser, store } = await signedIn(service)
      const stranger = (await signedIn(service, SERIK)).browser
      const keys = [store, (await testAuthority()).signing(AIGERIM)]
      ticking(service)
      const random = seededRandom(RACES)
      const field: Field = { service, browser, keys, random, asked: new Map(), shown: new Map(), moment: 0 }
      const outcomes: string[] = []
      for (let n = 0; n < RACES; n += AT_ONCE) {
        const some = Array.from({ length: Math.min(AT_ONCE, RACES - n) }, (_, i) => race(field, n + i))
        outcomes.push(...(await Promise.all(some)))
      }

      const { owner } = service.database
      const books = await readBooks(owner)
      expect([...books].flatMap(([id, found]) => faultsOf(field, id, found))).toEqual([])
      for (const [id, registration] of field.shown) expect(books.get(id)?.registration).toBe(registration)
      expect(await checkRecord(owner)).toEqual([])
      expect(await checkStranger(owner, { own: browser, stranger }, [AIGERIM.iin, AIGERIM.surname])).toEqual([])
      const ends = countOf([...books.values()].map(({ state }) => state))
      const told = Object.entries(countOf(outcomes)).map(([words, count]) => `${count} × ${words}`)
      console.log(`${RACES} races with real signatures: ${JSON.stringify(ends)}\n${told.toSorted().join('\n')}`)
      expect(['executing', 'refused', 'withdrawn']).toEqual(expect.arrayContaining(Object.keys(ends)))
      expect(Object.keys(ends).length).toBeGreaterThan(1)
      if (RACES >= 100)
        for (const { ways } of CONTESTS) for (const way of ways) expect(outcomes.join()).toContain(`${way} withdrawn`)
    },
    60_000 + RACES * 2_000,
  )
})
