// Roots and their stamps over time, on the real database, with an authority of time by decree.
import { describe, expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { keepRoots } from './keep-roots.ts'
import { letGo, takeLease } from './root-store.ts'

const DAY = 86_400_000
const NOW = new Date('2026-06-16T12:00:00+05:00')
const days = (count: number) => new Date(NOW.getTime() + count * DAY)

/** `roots`: how many there are; the authority's certificate ends in `ends` days. */
async function keeper(roots: number, { ends }: { ends: number }) {
  const { owner, sql } = await freshDatabase()
  for (let i = 1; i <= roots; i++)
    await owner`insert into evidence_root values (${i}, 1, sha256('r'), sha256(${String(i)}::bytea), ${days(-1)})`
  const clock = { at: NOW }
  const authority = { ends: days(ends), asked: 0 }
  const log: string[] = []
  const keep = keepRoots({
    sql,
    timeoutMs: 1_000,
    now: () => clock.at,
    report: (level, event) => log.push(`${level} ${event}`),
    timestamp: async () => {
      authority.asked++
      return { kind: 'answer', value: { response: new Uint8Array(), receivedAt: clock.at } }
    },
    judgeStamp: async () => {
      const proof = { at: clock.at, authority: 'TSA', token: Buffer.from('token') }
      return { kind: 'done', value: { kind: 'good', proof, until: authority.ends } }
    },
  })
  const stamped = (from: number, to: number, until: Date) => owner`
    insert into evidence_stamp select n, 1, 'token', ${days(-1)}, 'TSA', ${until} from generate_series(${from}::int, ${to}::int) n`
  const stamps = async (generation: number) => {
    const rows =
      await owner`select tree::int as tree from evidence_stamp where generation = ${generation} order by tree`
    return rows.map(row => row['tree'])
  }
  return { keep, clock, authority, log, stamped, stamps, owner, sql }
}

describe('a stamp that ends soon', () => {
  it('is not renewed by one that lasts no longer, and the authority is left in peace for hours', async () => {
    const { keep, clock, authority, log, stamped, stamps } = await keeper(1, { ends: 89 })
    await stamped(1, 1, days(89))
    for (let i = 0; i < 3; i++) await keep()
    expect([await stamps(2), authority.asked, log]).toEqual([[], 1, ['warn evidence-stamp-not-renewed']])
    clock.at = days(76)
    await keep()
    expect(log.at(-1), 'two weeks before the end').toBe('error evidence-stamp-not-renewed')
    clock.at = days(77)
    authority.ends = days(900)
    for (let i = 0; i < 3; i++) await keep()
    expect([await stamps(2), await stamps(3)]).toEqual([[1], []])
  })

  it('waits for the roots that have none yet', async () => {
    const { keep, stamped, stamps } = await keeper(22, { ends: 89 })
    await stamped(1, 21, days(89))
    await keep()
    expect([await stamps(1), await stamps(2)]).toEqual([Array.from({ length: 22 }, (_, i) => i + 1), []])
  })
})

it('roots are stamped also when none can be made, and the search is not made every minute', async () => {
  const { keep, owner, stamps } = await keeper(1, { ends: 900 })
  await owner`alter table registration_directory rename to elsewhere`
  await expect(keep()).rejects.toThrow('registration_directory')
  expect(await stamps(1)).toEqual([1])
  await expect(keep(), 'not searched again at once').resolves.toBeUndefined()
})

it('a lease that ran out is not let go for the one who has it now', async () => {
  const { sql, owner } = await keeper(0, { ends: 900 })
  const first = await takeLease(sql, NOW)
  const second = await takeLease(sql, days(1))
  expect([first, second]).toEqual([expect.any(Date), expect.any(Date)])
  if (first) await letGo(sql, first, days(1))
  expect(await owner`select busy_until from evidence_keeper`).toEqual([{ busy_until: second }])
  if (second) await letGo(sql, second, days(1))
  expect(await takeLease(sql, days(1))).toBeInstanceOf(Date)
})
