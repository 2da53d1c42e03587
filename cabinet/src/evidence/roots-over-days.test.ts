// Roots over the evidence of real withdrawals, day after day, and the command that says whether all of it still holds.
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { evidenceCommand } from '../commands/evidence.ts'
import { bankDetails } from '../test-applications.ts'
import { sign, testAuthority } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { archiveWorker } from './test-judging.ts'
import { EVIDENCE_KEY } from './test-vault.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let trustDir: string

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean), settings: { AUTHORITY_TIMEOUT_MS: 10_000 } })
  trustDir = (await testAuthority()).trustDir
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

/** On the clock of the fund. */
function at(moment: string): void {
  service.clock.at = new Date(`${moment}:00+05:00`)
}

/** With its receipt, as it is seconds after. */
async function withdraw(id: string): Promise<void> {
  const { browser, store } = await signedIn(service)
  await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
  const { json: draft } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
  const cms = sign(store, Buffer.from(draft.document.bytes, 'base64'), { at: service.clock.at })
  expect((await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })).status).toBe(201)
  expect(await service.jobs.completeEvidence()).toBe(1)
}

const leaves = async () =>
  (await service.database.owner`select tree, registration from evidence_leaf order by ordinal`).map(
    ({ tree, registration }) => `${registration} under root ${tree}`,
  )

const roots = () =>
  service.database.owner<{ ordinal: string; leaves: number; root: Buffer; previous: Buffer }[]>`
    select ordinal, leaves, root, previous from evidence_root order by ordinal`

async function verify(): Promise<string[]> {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const settings = { MODE: 'test', DATABASE_URL: service.database.url, EVIDENCE_KEY, TRUST_DIR: trustDir }
  try {
    await evidenceCommand(['verify'], settings, archiveWorker()).catch(error => said.mock.calls.push([error.message]))
    return said.mock.calls.map(([line]) => String(line))
  } finally {
    said.mockRestore()
  }
}

describe('the evidence of a day', () => {
  it('gets one root; what comes later that day gets none till the next, whose root links to the one before', async () => {
    at('2026-06-16T12:00')
    await withdraw('a-1')
    await service.jobs.keepRoots()
    expect(await leaves()).toEqual(['1-ОЖ under root 1'])
    at('2026-06-16T15:00')
    await withdraw('a-2')
    await service.jobs.keepRoots()
    at('2026-06-16T23:59')
    await service.jobs.keepRoots()
    expect(await leaves()).toEqual(['1-ОЖ under root 1'])
    at('2026-06-17T00:01')
    await service.jobs.keepRoots()
    expect(await leaves()).toEqual(['1-ОЖ under root 1', '2-ОЖ under root 2'])
    at('2026-06-18T12:00')
    await withdraw('a-3')
    await service.jobs.keepRoots()
    expect(await leaves()).toEqual(['1-ОЖ under root 1', '2-ОЖ under root 2', '3-ОЖ under root 3'])

    let link = Buffer.alloc(32)
    for (const { ordinal, leaves, root, previous } of await roots()) {
      expect(previous.equals(link), `root ${ordinal}`).toBe(true)
      const text = `otinish evidence root\nordinal: ${ordinal}\nwithdrawals: ${leaves}\nroot: ${root.toString('hex')}\nprevious: ${previous.toString('hex')}\n`
      link = createHash('sha256').update(text).digest()
    }
  })
})

describe('otinish evidence verify', () => {
  it('asks nobody: with every authority switched off it says the same, and none of them hears of it', async () => {
    const before = await verify()
    expect(before[0]).toContain('"holds":"3 of 3","erased":0,"underRoot":3,"roots":3,"stamped":3,"late":0,"wrong":0')
    service.pki.control({ ocsp: 'down', tsp: 'down', crl: 'down' })
    const asked = service.pki.asked()
    const fetched = vi.spyOn(globalThis, 'fetch')
    expect(await verify()).toEqual(before)
    expect([service.pki.asked(), fetched.mock.calls]).toEqual([asked, []])
    fetched.mockRestore()
    service.pki.control({ ocsp: 'good', tsp: 'good', crl: 'good' })
  })

  it('names the root that follows one that was taken out, and what was under it', async () => {
    const { owner } = service.database
    await owner.begin(async tx => {
      await tx`set local session_replication_role = 'replica'` // no trigger and no foreign key holds the owner back
      for (const table of ['evidence_stamp', 'evidence_leaf']) await tx`delete from ${tx(table)} where tree = 2`
      await tx`delete from evidence_root where ordinal = 2`
    })
    const told = await verify()
    expect(told).toContain(
      '{"event":"evidence-wrong","what":"root 3","why":["the root before it is gone","it does not follow the root before it"]}',
    )
    expect(told.at(-1)).toContain('the archive does not hold')
  })
})
