// A receipt that is made long after its withdrawal came under a root: it goes under the next one, and the archive holds.
import { expect, it } from 'vitest'
import { readTrust } from '../signatures/trust.ts'
import { sign, TODAY, testAuthority } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readSealPins } from './seal-pins.ts'
import { judgingHere } from './test-judging.ts'
import { aVault } from './test-vault.ts'
import { verifyArchive } from './verify-archive.ts'

const DAY = 86_400_000

async function verified({ database, clock }: TestService) {
  const { trustDir } = await testAuthority()
  const told: Record<string, readonly string[]> = {}
  const bounds = { trust: readTrust(trustDir), pins: readSealPins(trustDir), now: clock.at }
  const { tally } = await verifyArchive({
    ...{ sql: database.sql, vault: aVault(), ...bounds, ...judgingHere(bounds) },
    onWrong: (what, why) => {
      told[what] = why
    },
  })
  return { told, tally }
}

/** A withdrawal whose receipt could not be made: after two days it came under a root without. */
async function rootedWithoutReceipt() {
  const service = await testService({ settings: { AUTHORITY_TIMEOUT_MS: 10_000 } })
  const { browser, store, draft, pdf } = await withDraft(service)
  const cms = sign(store, pdf)
  expect((await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms })).status).toBe(201)
  const onDay = (day: number) => {
    service.clock.at = new Date(TODAY.getTime() + day * DAY)
  }
  onDay(3)
  await service.jobs.keepRoots()
  return { service, onDay }
}

it('a receipt that comes forty days late is under a root from then on, and whatever happens to it is named', async () => {
  const { service, onDay } = await rootedWithoutReceipt()
  const { owner } = service.database
  onDay(39)
  expect((await verified(service)).told, 'somebody has to look').toEqual({ '1-ОЖ': ['missing: registration 0'] })
  onDay(40)
  expect(await service.jobs.completeEvidence()).toBe(1)
  const late = { all: 1, whole: 1, underRoot: 1, stamped: 1, late: 0, wrong: 0 }
  expect(await verified(service), 'it waits for the next root').toMatchObject({
    told: {},
    tally: { ...late, roots: 1 },
  })
  for (const day of [41, 42, 43]) {
    onDay(day)
    await service.jobs.keepRoots()
  }
  onDay(60)
  const all = { ...late, roots: 2, stamped: 2 }
  expect(await verified(service)).toMatchObject({ told: {}, tally: all })
  expect(await owner`select tree::int as tree, pieces from evidence_leaf order by tree`).toEqual([
    { tree: 1, pieces: expect.arrayContaining(['statement 0', 'signature 0', 'report 0']) },
    { tree: 2, pieces: ['receipt 0', 'registration 0', 'report 1', 'seal 0', 'seal 1'] },
  ])
  await owner`update withdrawal_evidence set content = 'x', sha256 = sha256('x') where piece = 'receipt'`
  expect((await verified(service)).told).toEqual({
    '1-ОЖ': ['not what its leaf says', expect.stringContaining('does not open')],
  })
})

it('what came late and is not put under a root for days is told', async () => {
  const { service, onDay } = await rootedWithoutReceipt()
  onDay(40)
  await service.jobs.completeEvidence()
  onDay(44)
  const names = ['receipt 0', 'registration 0', 'report 1', 'seal 0', 'seal 1']
  expect((await verified(service)).told).toEqual({ '1-ОЖ': names.map(name => `under no root: ${name}`) })
})
