// SIGKILL of a real service at the awaits of the completion, one after the other, on a real PostgreSQL with real signatures; and a
// connection that breaks when a COMMIT has been carried out. Afterwards the client asks again, and every invariant holds.
import path from 'node:path'
import { examineSignature } from '@otinish/eds/verify-signature'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { startChild } from '../../../../ops/child.mjs'
import { EVIDENCE_KEY } from '../../evidence/test-vault.ts'
import { projectRoot } from '../../root.ts'
import { readTrust } from '../../signatures/trust.ts'
import { bankDetails } from '../../test-applications.ts'
import { sign, TODAY, testAuthority } from '../../test-authority.ts'
import { signedIn } from '../../test-journeys.ts'
import { type TestService, testService } from '../../test-service.ts'
import { countOf, hashOf } from './test-arena.ts'
import { checkHistory } from './test-check-history.ts'
import type { Answer, Call, Exchange } from './test-history.ts'
import { type LooseWire, openLooseWire } from './test-loose-wire.ts'
import { readBooks } from './test-read-books.ts'
import { answerOf, type Told } from './test-telling.ts'

const LEASE = 30_000

/** Here at each sixth await, which falls before, into and after each transaction; at every one by npm run test:crashes. */
const STEP = Number(process.env['CRASH_STEP'] ?? 6)

type Prepared = { readonly id: string; readonly draft: string; readonly pdf: Buffer; readonly cms: Buffer }
type Crashes = Awaited<ReturnType<typeof openCrashes>>
type Ask = (call: Call, send: () => Promise<Told | undefined>) => Promise<Answer>

/** A service in this process prepares, and helps like another instance; what was asked of an application is kept. */
async function openCrashes(service: TestService) {
  const { browser, store } = await signedIn(service)
  const asked = new Map<string, Exchange[]>()
  let moment = 0
  const prepare = async (id: string): Promise<Prepared> => {
    await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
    const { json } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
    const pdf = Buffer.from(json.document.bytes, 'base64')
    return { id, draft: json.id, pdf, cms: Buffer.from(sign(store, pdf), 'base64') }
  }
  const ask =
    (id: string): Ask =>
    async (call, send) => {
      const began = moment++
      const answer = answerOf(await send().catch(() => undefined))
      asked.set(id, [...(asked.get(id) ?? []), { call, asked: began, answered: moment++, answer }])
      return answer
    }
  /** The claims of a test are called by the core, and in the audit by their requests. */
  const faults = async (id: string, claim: string) => {
    const books = (await readBooks(service.database.owner)).get(id)
    if (!books) return ['it is gone']
    const log = books.log.map(entry => (entry.is === 'claimed' ? { ...entry, claim } : entry))
    return checkHistory(asked.get(id) ?? [], { ...books, log })
  }
  return { service, browser, store, prepare, ask, faults }
}

const callOf = ({ draft, cms }: Prepared, key: string | null): Call => ({ is: 'sign', draft, cms: hashOf(cms), key })

async function startMortal({ database, pki, gbdfl }: TestService) {
  const { trustDir, sealFile } = await testAuthority()
  const env = {
    ...process.env,
    MODE: 'test',
    PORT: '0',
    DATABASE_URL: database.url,
    DATA_DIR: path.join(inject('scratch'), 'mortal'),
    TRUST_DIR: trustDir,
    EVIDENCE_KEY,
    SEAL_KEY: sealFile,
    OCSP_URL_GOST: pki.ocspGost,
    OCSP_URL_RSA: pki.ocspRsa,
    TSP_URL: pki.tsp,
    GBDFL_URL: gbdfl.url,
    JOBS_EVERY_MS: '600000',
    CLOCK: TODAY.toISOString(),
    LOG_LEVEL: 'error',
  }
  const mortal = await startChild([path.join(inject('bundle'), 'test-mortal.js')], {
    ...{ env, cwd: projectRoot(), onLine: console.error },
    isReady: line => JSON.stringify(line).includes('"ready"'),
  })
  onTestFinished(mortal.kill)
  return mortal
}

type Mortal = Awaited<ReturnType<typeof startMortal>>

async function post({ ready }: Mortal, { draft, cms }: Prepared, headers: Record<string, string>) {
  const response = await fetch(`${ready['url']}/api/v1/withdrawal-drafts/${draft}/signature`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k-1', ...headers },
    body: JSON.stringify({ cms: cms.toString('base64') }),
  })
  return { status: response.status, json: await response.json(), passed: Number(response.headers.get('X-Passed')) }
}

/** I2: what was acknowledged is there, byte for byte, and verifies without asking anybody. */
async function reverify({ service, browser }: Crashes, registration: string, { pdf, cms }: Prepared): Promise<void> {
  const { anchors } = readTrust((await testAuthority()).trustDir)
  const { report } = examineSignature(cms, { content: pdf, anchors, at: TODAY, purpose: 'signing' })
  expect(report.outcome).toBe('valid')
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  for (const [piece, bytes] of [
    ['signature', cms],
    ['statement', pdf],
  ] as const) {
    const address = `/api/v1/withdrawals/${encodeURIComponent(registration)}/${piece}`
    const response = await service.app.request(address, { headers: { Cookie: cookie } })
    expect(bytes.equals(Buffer.from(await response.arrayBuffer())), `${registration} ${piece}`).toBe(true)
  }
}

/** What comes between the crash and the client's second try. */
const BETWEEN = ['a claim', 'another instance’s job', 'nothing'] as const

async function comeBetween({ service, ask }: Crashes, what: (typeof BETWEEN)[number], { id }: Prepared): Promise<void> {
  if (what === 'another instance’s job') {
    service.clock.at = new Date(TODAY.getTime() + 4 * LEASE)
    await service.jobs.finishUndecided()
    service.clock.at = TODAY
  }
  if (what === 'a claim')
    await ask(id)({ is: 'claim', claim: 'c-1' }, () =>
      service.core('POST', `/applications/${id}/execution`, { claimId: 'c-1' }),
    )
}

const stateOf = async ({ service: { database } }: Crashes, id: string): Promise<string> =>
  (await database.owner`select state from application where id = ${id}`)[0]?.['state']

describe('a server that is killed while it completes a withdrawal', () => {
  it('at any await of it, one after the other: nothing is lost or done twice, and the client who asks again is told the truth', async () => {
    const crashes = await openCrashes(await testService({ connections: 6 }))
    const { service, prepare, ask, faults } = crashes
    let mortal = await startMortal(service)
    await post(mortal, await prepare('first'), {}) // whoever has withdrawn before has a key already
    const { passed } = await post(mortal, await prepare('whole'), {})
    const left: string[] = []
    const told: string[] = []
    const sampled = Array.from({ length: Math.ceil(passed / STEP) }, (_, i) => 1 + i * STEP)
    for (const n of new Set([...sampled, passed])) {
      // the last of them is after the last COMMIT
      const one = await prepare(`k-${n}`)
      const first = await ask(one.id)(callOf(one, 'k-1'), () => post(mortal, one, { 'X-Die-At': String(n) }))
      expect(first, `await ${n}`).toEqual({ is: 'unknown' })
      await mortal.exited
      left.push(await stateOf(crashes, one.id))
      const [restarted] = await Promise.all([
        startMortal(service),
        comeBetween(crashes, BETWEEN[told.length % 3] ?? 'nothing', one),
      ])
      mortal = restarted
      const again = await ask(one.id)(callOf(one, 'k-1'), () => post(mortal, one, {}))
      told.push(again.is === 'refused' ? again.code : again.is)
      expect(await faults(one.id, 'c-1'), `await ${n}`).toEqual([])
      if (again.is === 'withdrawn') await reverify(crashes, again.registration, one)
    }
    await mortal.stop()
    console.log(`killed at ${left.length} of ${passed} awaits; left: ${tell(left)}; then told: ${tell(told)}`)
    expect(new Set(left)).toEqual(new Set(['accepted', 'withdrawing', 'withdrawn']))
    expect(new Set(told)).toEqual(new Set(['withdrawn', 'execution-started']))
  }, 600_000)
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
      const crashes = await openCrashes(await testService({ connections: 6, through }))
      const { browser, prepare, ask, faults } = crashes
      const [api, page] = [await prepare('api'), await prepare('page')]
      const address = (one: Prepared) => `/api/v1/withdrawal-drafts/${one.draft}/signature`
      const send = (one: Prepared) =>
        ask(one.id)(callOf(one, 'k-1'), () =>
          browser.post(address(one), { cms: one.cms.toString('base64') }, { 'Idempotency-Key': 'k-1' }),
        )
      wire?.cutAfter(commit)
      expect(await send(api)).toEqual({ is: 'unknown' })
      expect(await send(api)).toMatchObject({ is: 'withdrawn' })
      wire?.cutAfter(commit)
      const fields = { agree: 'yes', cms: page.cms.toString('base64') }
      const form = () => browser.form(`/kk/withdrawal-drafts/${page.draft}`, fields)
      const { status, json } = await form()
      expect([status, json]).toEqual([500, expect.stringContaining('өтініштер тізімін тексеріп')])
      expect((await form()).status).toBe(303)
      expect(wire?.cuts()).toBe(2)
      expect(await faults('api', '')).toEqual([])
      expect(await stateOf(crashes, 'page')).toBe('withdrawn')
      await wire?.close()
    })
})
