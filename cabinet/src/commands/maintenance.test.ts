// Planning maintenance from the command line, on the real database.
import { expect, it, onTestFinished, vi } from 'vitest'
import { almatyIso } from '../calendar/almaty.ts'
import { freshDatabase } from '../database/fresh-database.ts'
import { connect } from '../database/sql.ts'
import { MaintenanceError, maintenanceCommand } from './maintenance.ts'
import { UsageError } from './usage.ts'

const inHours = (hours: number) => almatyIso(new Date(Date.now() + hours * 3_600_000)).slice(0, 16)

async function command() {
  const { url, ownerUrl } = await freshDatabase()
  const said: unknown[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation(line => void said.push(JSON.parse(line)))
  onTestFinished(() => spy.mockRestore())
  const run = async (args: string[], env = { DATABASE_URL: url, MIGRATIONS_DATABASE_URL: ownerUrl }) => {
    await maintenanceCommand(args, env)
    return said.splice(0)
  }
  return { run, url, ownerUrl }
}

it('S-12: work is planned, listed and cancelled; its words and its hours are repeated to whoever plans it', async () => {
  const { run, url, ownerUrl } = await command()
  const [from, until] = [inHours(1), inHours(3)]
  const texts = ['--text-kk', 'Жұмыс', '--text-ru', 'Работы', '--text-en', 'Work']
  const [added] = await run(['add', '--what', 'signing', '--from', from, '--until', until, ...texts])
  const plan = { event: 'maintenance', id: '1', what: 'signing', from: `${from}:00+05:00`, until: `${until}:00+05:00` }
  expect(added).toEqual({ ...plan, is: 'to-come', text: { kk: 'Жұмыс', ru: 'Работы', en: 'Work' } })
  expect(await run(['list'], { DATABASE_URL: url, MIGRATIONS_DATABASE_URL: '' })).toEqual([added])
  expect(await run(['cancel', '--id', '1'])).toEqual([{ event: 'maintenance-cancelled', id: '1' }])
  expect(await run(['list'])).toEqual([])
  const sql = connect(ownerUrl, { connections: 1 })
  expect(await sql`select act, actor_kind, outcome from audit_event order by position`).toEqual([
    { act: 'maintenance-planned', actor_kind: 'system', outcome: '1 signing' },
    { act: 'maintenance-cancelled', actor_kind: 'system', outcome: '1' },
  ])
  await sql.end()
})

it('what cannot be is refused in a sentence, and nothing is planned', async () => {
  const { run, url } = await command()
  const plan = ['add', '--what', 'service', '--from', inHours(1), '--until', inHours(2)]
  for (const [args, words] of [
    [['add', '--what', 'service', '--from', inHours(2), '--until', inHours(1)], '--until: must be later than --from'],
    [['cancel', '--id', '7'], '--id: no work 7 is planned'],
    [['cancel', '--id', '1; drop table maintenance'], '--id: a number'],
    [['cancel'], '--id: a number'],
  ] as const) {
    const refused = run([...args])
    await expect(refused, args.join(' ')).rejects.toThrow(MaintenanceError)
    await expect(refused).rejects.toThrow(words)
  }
  for (const args of [['add', '--where', 'x'], ['remove'], ['list', '--all'], []])
    await expect(run(args), args.join(' ')).rejects.toThrow(UsageError)
  const asService = run(plan, { DATABASE_URL: url, MIGRATIONS_DATABASE_URL: '' })
  await expect(asService).rejects.toThrow('MIGRATIONS_DATABASE_URL: required, only the owner')
  expect(await run(['list'])).toEqual([])
})
