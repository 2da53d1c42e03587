// The job, on a real PostgreSQL, and the public pages that show what it computed.
import { describe, expect, it } from 'vitest'
import { lumpSum } from '../test-applications.ts'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readUsual } from './store.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Filed = {
  readonly count: number
  readonly receivedAt: string
  readonly end?: object
  readonly kind?: string
  readonly iin?: string
}

let filed = 0

/** So many applications alike, each of a person of its own unless one is named, written as the intake writes them. */
async function file({ database }: TestService, filing: Filed): Promise<void> {
  const { count, receivedAt, end, kind = 'ls-housing', iin } = filing
  const { is, on } = { is: 'executed', on: '2026-06-15', ...end }
  const rows = Array.from({ length: count }, () => {
    const number = String(++filed)
    const refusal = is === 'refused' ? database.owner.json({ code: 'x', text: { kk: 'x', ru: 'x', en: 'x' } }) : null
    const closed = is === 'executed' || is === 'refused' ? on : null
    const withdrawn = is === 'withdrawn' ? { registration: `${number}-ОЖ`, withdrawn_at: new Date() } : {}
    return {
      ...{
        iin: iin ?? number.padStart(12, '0'),
        id: `s-${number}`,
        series: 'payment',
        number,
        number_key: number,
        kind,
      },
      ...{ contract_types: ['mandatory'], filed_on: receivedAt.slice(0, 10), received_at: new Date(receivedAt) },
      ...{ state: is, version: 1, changed_at: new Date(), synced_at: new Date(), intake_digest: Buffer.from([0]) },
      ...{ closed_on: closed, refusal, registration: null, withdrawn_at: null, ...withdrawn },
    }
  })
  await database.owner`insert into application ${database.owner(rows)}`
}

describe('the job of statistics', () => {
  it('counts what was executed and refused in thirty days, by kind, from the day of registration', async () => {
    const service = await testService() // its clock stands at the 16th, a Tuesday
    await file(service, { count: 100, receivedAt: '2026-06-12T17:30:00+05:00' }) // Friday, registered that day: 2 days
    await file(service, { count: 60, receivedAt: '2026-06-12T17:30:01+05:00' }) // registered on Monday the 15th: 1 day
    await file(service, { count: 40, receivedAt: '2026-06-05T09:00:00+05:00', end: { is: 'refused' } }) // 7 days: late
    await file(service, { count: 50, receivedAt: '2026-05-10T09:00:00+05:00', end: { on: '2026-05-17' } }) // before them
    await file(service, { count: 50, receivedAt: '2026-06-12T09:00:00+05:00', end: { is: 'withdrawn' } })
    await file(service, { count: 50, receivedAt: '2026-06-12T09:00:00+05:00', end: { is: 'accepted' } })
    await file(service, { count: 7, receivedAt: '2026-06-12T09:00:00+05:00', kind: 'no-such-kind' })
    await file(service, { count: 19, receivedAt: '2026-06-12T09:00:00+05:00', kind: 'bank-details' })
    const ofOne = { count: 25, iin: AIGERIM.iin, kind: 'ls-treatment' }
    await file(service, { receivedAt: '2026-06-12T09:00:00+05:00', ...ofOne })
    await service.jobs.computeStatistics()

    const read = readUsual(service.database.sql)
    expect(await read('ls-housing')).toMatchObject({
      ...{ cases: 200, inTime: 160, since: '2026-05-18', until: '2026-06-16' },
      persons: 200,
      ...{ half: { days: 2, cases: 160 }, nineTenths: { days: 7, cases: 200 } },
    })
    expect(await service.database.sql`select kind from kind_statistics order by kind`).toHaveLength(3)

    const page = async (address: string) => {
      const answer = await service.app.request(address)
      return { cache: answer.headers.get('cache-control'), text: (await answer.text()).replace(/<[^>]+>/g, ' ') }
    }
    const shown = await page('/en/kinds/ls-housing')
    expect(shown.cache).toBe('public, max-age=60')
    expect(shown.text).toContain(
      'at least 9 of 10 took 7 working days or less. At least half took 2 working days or less.',
    )
    expect(shown.text).toContain('At least 8 of 10 were decided within the term of the law.')
    expect(shown.text).toContain('Counted: at least 200 applications')
    expect((await page('/kk/kinds/bank-details')).text).toContain('жеткілікті дерек жоқ') // nineteen
    expect(await read('ls-treatment')).toMatchObject({ cases: 25, persons: 1 })
    expect((await page('/kk/kinds/ls-treatment')).text).toContain('жеткілікті дерек жоқ') // one person's
    expect((await page('/kk/kinds/pay-heirs')).text).toContain('жеткілікті дерек жоқ') // none

    const { browser } = await signedIn(service)
    const open = lumpSum({ iin: AIGERIM.iin, status: { is: 'accepted' }, operations: [] })
    await service.core('PUT', '/applications/a-1', open)
    await service.core('PUT', '/applications/a-2', lumpSum({ iin: AIGERIM.iin, number: '5155345' }))
    const words = 'не менее 9 из 10 рассмотрены за 7 рабочих дней или быстрее'
    expect((await browser.get('/ru/applications/a-1')).json).toContain(words) // beside the promise of the law
    expect((await browser.get('/ru/applications/a-2')).json).not.toContain(words) // it has been kept, or not

    service.clock.at = new Date(service.clock.at.getTime() + 2 * DAY + 1)
    expect((await page('/kk/kinds/ls-housing')).text).toContain('жеткілікті дерек жоқ') // nobody computed it anew
  })

  it('is done by one instance when several look at the same time, and not again within the hour', async () => {
    const service = await testService()
    await file(service, { count: 30, receivedAt: '2026-06-12T09:00:00+05:00' })
    await Promise.all(Array.from({ length: 4 }, service.jobs.computeStatistics))
    const rounds = () => service.log.filter(({ event }) => event === 'statistics-computed').length
    expect(rounds()).toBe(1)
    service.clock.at = new Date(service.clock.at.getTime() + HOUR - 1)
    await service.jobs.computeStatistics()
    expect(rounds()).toBe(1)
    service.clock.at = new Date(service.clock.at.getTime() + 1)
    await service.jobs.computeStatistics()
    expect(rounds()).toBe(2)
    service.clock.at = new Date(service.clock.at.getTime() + 40 * DAY)
    await service.jobs.computeStatistics()
    expect(await service.database.sql`select kind from kind_statistics`).toHaveLength(0) // nothing was decided lately
  })
})
