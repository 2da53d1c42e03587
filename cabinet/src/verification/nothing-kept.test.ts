// What anybody has checked leaves nothing behind, and takes no thread from those who sign.
import { mkdtempSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest'
import { testPool } from '../signatures/test-pool.ts'
import { sign, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { type Uploads, uploadsTo } from './test-uploads.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
let uploads: Uploads
let drawnUp: Awaited<ReturnType<typeof withDraft>>

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  uploads = uploadsTo(service)
  drawnUp = await withDraft(service)
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const files = () => ({ cms: Buffer.from(sign(drawnUp.store, drawnUp.pdf), 'base64'), content: drawnUp.pdf })

/** How many rows each table has. */
async function counted(): Promise<Record<string, number>> {
  const { owner } = service.database
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class
     where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace`
  const counts = await Promise.all(
    tables.map(async ({ name }) => [name, (await owner`select count(*)::int as n from ${owner(name)}`)[0]?.['n']]),
  )
  return Object.fromEntries(counts)
}

describe('files that anybody has checked', () => {
  it('leave no row but what counts how often one address asks, and no file', async () => {
    const folder = mkdtempSync(path.join(inject('scratch'), 'nothing-'))
    vi.stubEnv('TMPDIR', folder)
    const before = await counted()
    expect(Object.keys(before).length).toBeGreaterThan(40)
    expect((await uploads.report(files())).outcome).toBe('valid')
    expect((await uploads.page(files())).status).toBe(200)
    expect((await uploads.page({ cms: 'no signature', content: drawnUp.pdf })).status).toBe(200)
    const { throttle, ...after } = await counted()
    expect({ ...after, throttle: before['throttle'] }).toEqual(before)
    expect(throttle).toBeGreaterThan(before['throttle'] ?? 0)
    expect(readdirSync(folder)).toEqual([])
    vi.unstubAllEnvs()
  })

  it('have a lane of their own: when it is full they wait, and whoever signs is answered', async () => {
    const pool = testPool((await testAuthority()).trustDir)
    const run = pool.run
    const lanes: string[] = []
    const full = vi.spyOn(pool, 'run').mockImplementation((lane, ...task) => {
      lanes.push(lane)
      return lane === 'public' ? Promise.resolve({ kind: 'busy' }) : run(lane, ...task)
    })
    const { status, headers } = await uploads.page(files())
    expect([status, headers.get('Retry-After') !== null, lanes]).toEqual([503, true, ['public']])
    const { browser, draft, pdf, store } = drawnUp
    const signed = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect([signed.status, new Set(lanes.slice(1))]).toEqual([201, new Set(['acts'])])
    full.mockRestore()
  })
})
