// SIGKILL of a real service at the awaits of the completion, one after the other, on a real PostgreSQL with real signatures: sent
// by EDS, by the page, by a phone, and taken up by the job; and a connection that breaks when a COMMIT has been carried out.
// Afterwards the client asks again, and every invariant holds.
import { examineSignature } from '@otinish/eds/verify-signature'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readTrust } from '../../signatures/trust.ts'
import { AIGERIM, sign, TODAY, testAuthority } from '../../test-authority.ts'
import { countOf } from './test-arena.ts'
import { checkStranger } from './test-check-privacy.ts'
import { checkRecord } from './test-check-record.ts'
import { AFTERWARDS, type Await, type Crashes, type Mortal, openCrashes, startMortal } from './test-crashes.ts'
import type { Answer } from './test-history.ts'
import { type LooseWire, openLooseWire } from './test-loose-wire.ts'
import { answerOf } from './test-telling.ts'
import { callOf, prepare, type Signing, sendSignature, type Way, within } from './test-ways.ts'

/**
 * Here at each sixth await of a signature by EDS, which falls before, into and after each transaction, at some of the other ways,
 * and while an authority is being asked; at every one of all ways by npm run test:crashes.
 */
const STEP = Number(process.env['CRASH_STEP'] ?? 6)

type Doing = {
  readonly way: Way // by which it is sent, and sent again
  readonly sample: readonly number[] // where it dies by number
  readonly asked: readonly ('ocsp' | 'tsp')[] // while whom it dies besides
}

const EACH_STEP = Array.from({ length: 100 }, (_, i) => 1 + i * STEP)

const WAYS = {
  'a signature by EDS from a program': { way: 'api', sample: EACH_STEP, asked: ['ocsp', 'tsp'] },
  'the form of the page': { way: 'page', sample: [20], asked: ['tsp'] },
  'a signature from eGov Mobile': { way: 'phone', sample: [45], asked: ['ocsp'] }, // withdrawn, and the phone is not told yet
  'a held signature, taken up by the job': { way: 'api', sample: [26], asked: ['tsp'] },
} as const satisfies Record<string, Doing>

type What = keyof typeof WAYS

const FIRST: What = 'a signature by EDS from a program'
const FORM: What = 'the form of the page'
const JOB: What = 'a held signature, taken up by the job'

/** I2: what was acknowledged is there, byte for byte, and verifies without asking anybody. */
async function reverify({ browser }: Crashes, registration: string, { prepared, cms }: Signing): Promise<void> {
  const { anchors } = readTrust((await testAuthority()).trustDir)
  const { report } = examineSignature(cms, { content: prepared.pdf, anchors, at: TODAY, purpose: 'signing' })
  expect(report.outcome).toBe('valid')
  for (const [piece, bytes] of [
    ['signature', cms],
    ['statement', prepared.pdf],
  ] as const) {
    const kept = await browser.bytes(`/api/v1/withdrawals/${encodeURIComponent(registration)}/${piece}`)
    expect(bytes.equals(kept), `${registration} ${piece}`).toBe(true)
  }
}

/** What comes between the crash and the client's second try. */
const BETWEEN = ['a claim', 'another instance’s job', 'nothing'] as const

async function comeBetween(crashes: Crashes, what: (typeof BETWEEN)[number], id: string): Promise<void> {
  if (what === 'another instance’s job') await finishLate(crashes)
  if (what === 'a claim') await claim(crashes, id)
}

async function finishLate({ service }: Crashes): Promise<void> {
  service.clock.at = AFTERWARDS
  await service.jobs.finishUndecided()
  service.clock.at = TODAY
}

const claim = ({ service, ask }: Crashes, id: string) =>
  ask(id, { is: 'claim', claim: 'c-1' }, async () =>
    answerOf(await service.core('POST', `/applications/${id}/execution`, { claimId: 'c-1' })),
  )

/** A statement and a signature under it; the job finds one that was held, since the authority did not know the certificate. */
async function ready(crashes: Crashes, what: What, id: string): Promise<Signing> {
  const { service, browser, store, ask } = crashes
  const { way } = WAYS[what]
  const prepared = await prepare(service, browser, id, [way])
  const signing = { prepared, browser, cms: Buffer.from(sign(store, prepared.pdf), 'base64') }
  if (what !== JOB) return signing
  service.pki.control({ ocsp: 'unknown' })
  const held = await ask(id, callOf(way, signing), () => sendSignature(within(service), way, signing))
  expect(held).toEqual({ is: 'checking' })
  service.pki.control({ ocsp: 'good' })
  return signing
}

/** The request whose awaits are counted; unknown when nobody answered it. */
async function act(
  { ask }: Crashes,
  mortal: Mortal,
  what: What,
  signing: Signing,
  dieAt = '',
): Promise<Answer | undefined> {
  const headers = dieAt ? { 'X-Die-At': dieAt } : {}
  const { way } = WAYS[what]
  if (what !== JOB) {
    const send = () => sendSignature(mortal.carry, way, signing, headers)
    return ask(signing.prepared.id, callOf(way, signing), send)
  }
  const done = await mortal.carry('/jobs', { method: 'POST', headers }).catch(() => undefined)
  return done ? undefined : { is: 'unknown' }
}

/** The client once more; what was held is for the job alone, whose lease has ended by then. */
async function again(crashes: Crashes, mortal: Mortal, what: What, signing: Signing): Promise<Answer> {
  if (what === JOB) await finishLate(crashes)
  const { way } = WAYS[what]
  return crashes.ask(signing.prepared.id, callOf(way, signing), () => sendSignature(mortal.carry, way, signing))
}

/** By number, and by the authority that is being asked: the first question is about the certificate, the second for a stamp. */
function deathsAt({ sample, asked }: Doing, { length }: readonly Await[]): string[] {
  const every = Array.from({ length }, (_, i) => 1 + i)
  const numbers = STEP === 1 ? every : sample.map(n => Math.min(n, length)) // the last is after the last COMMIT
  return [...new Set(numbers)]
    .map(String)
    .concat(asked.map(authority => `authority-asked ${ORDER.indexOf(authority) + 1}`))
}

const ORDER = ['ocsp', 'tsp'] as const

/** While an authority is asked it keeps its answer back, so that death comes before it; that it was asked, it tells. */
async function dieAt(crashes: Crashes, mortal: Mortal, what: What, at: string, signing: Signing): Promise<void> {
  const { pki } = crashes.service
  const authority = at.startsWith('authority') ? ORDER[Number(at.at(-1)) - 1] : undefined
  const before = authority && pki.asked()[authority]
  if (authority) pki.control({ [authority]: 'slow' })
  expect(await act(crashes, mortal, what, signing, at), `${what}, at ${at}`).toEqual({ is: 'unknown' })
  await mortal.exited
  if (authority) {
    await expect.poll(() => pki.asked()[authority]).toBe((before ?? 0) + 1)
    expect(await crashes.stateOf(signing.prepared.id)).toBe('withdrawing')
    pki.control({ [authority]: 'good' })
  }
}

describe('a server that is killed while it completes a withdrawal', () => {
  let crashes: Crashes
  let mortal: Mortal
  const ends: (() => Promise<void> | void)[] = []
  beforeAll(async () => {
    crashes = await openCrashes({ until: clean => void ends.unshift(clean) })
    mortal = await startMortal(crashes.service)
    await act(crashes, mortal, FIRST, await ready(crashes, FIRST, 'first')) // whoever has withdrawn before has a key already
  })
  afterAll(async () => {
    mortal.kill()
    for (const end of ends) await end()
  })

  for (const what of Object.keys(WAYS) as What[])
    it(`at any await of ${what}: nothing is lost or done twice, and the client who asks again is told the truth`, async () => {
      const name = `${WAYS[what].way}-${what.length}`
      for (const id of ['warm', 'whole']) await act(crashes, mortal, what, await ready(crashes, what, `${name}-${id}`))
      const passed = [...mortal.passed]
      const left: string[] = []
      const told: string[] = []
      const deaths = deathsAt(WAYS[what], passed)
      for (const at of deaths) {
        const id = `${name}-${at.replace(' ', '-')}`
        const signing = await ready(crashes, what, id)
        await dieAt(crashes, mortal, what, at, signing)
        left.push(await crashes.stateOf(id))
        const between = comeBetween(crashes, BETWEEN[told.length % 3] ?? 'nothing', id)
        const [restarted] = await Promise.all([startMortal(crashes.service), between])
        mortal = restarted
        const answer = await again(crashes, mortal, what, signing)
        told.push(answer.is === 'refused' ? answer.code : answer.is)
        expect(await crashes.faults(id, 'c-1'), `${what}, at ${at}`).toEqual([])
        if (answer.is === 'withdrawn') await reverify(crashes, answer.registration, signing)
      }
      console.log(
        `${what}: killed ${deaths.length} times at its ${passed.length} awaits (${tell(passed)}); left: ${tell(left)}; then told: ${tell(told)}`,
      )
      expect(['accepted', 'withdrawing', 'withdrawn']).toEqual(expect.arrayContaining(left))
      expect(['withdrawn', 'execution-started']).toEqual(expect.arrayContaining(told))
      if (what === FIRST) expect([new Set(left).size, new Set(told).size]).toEqual([3, 2])
    }, 600_000)

  it('has a line for every act in a record whose chain is whole, and nobody has seen anything of another person', async () => {
    const { service, browser, stranger } = crashes
    expect(await checkRecord(service.database.owner)).toEqual([])
    const names = [AIGERIM.iin, AIGERIM.surname]
    expect(await checkStranger(service.database.owner, { own: browser, stranger }, names)).toEqual([])
  })
})

const tell = (words: readonly string[]) =>
  Object.entries(countOf(words))
    .map(([word, count]) => `${count} ${word}`)
    .join(', ')

describe('a connection that breaks when a COMMIT was carried out and its reply is on the way', () => {
  for (const [commit, what] of [
    [1, 'of the receipt'],
    [2, 'of the completion'],
  ] as const)
    it(`${what}: the person is told that nobody knows and where to look, never that it failed; the same key tells the rest`, async () => {
      let wire: LooseWire | undefined
      const through = async (url: string) => {
        wire = await openLooseWire(url)
        return wire.url
      }
      const crashes = await openCrashes({ through })
      const { service, ask, faults, stateOf } = crashes
      const [api, page] = [await ready(crashes, FIRST, 'api'), await ready(crashes, FORM, 'page')]
      const send = (way: Way, signing: Signing) =>
        ask(signing.prepared.id, callOf(way, signing), () => sendSignature(within(service), way, signing))
      wire?.cutAfter(commit)
      expect(await send('api', api)).toEqual({ is: 'unknown' })
      expect(await send('api', api)).toMatchObject({ is: 'withdrawn' })
      wire?.cutAfter(commit)
      const fields = { agree: 'yes', cms: page.cms.toString('base64') }
      const form = () => crashes.browser.form(`/kk/withdrawal-drafts/${page.prepared.draft}`, fields)
      const { status, json } = await form()
      expect([status, json]).toEqual([500, expect.stringContaining('өтініштер тізімін тексеріп')])
      expect((await form()).status).toBe(303)
      expect(wire?.cuts()).toBe(2)
      expect(await faults('api', '')).toEqual([])
      expect(await stateOf('page')).toBe('withdrawn')
      expect(await checkRecord(service.database.owner)).toEqual([])
      await wire?.close()
    })
})
