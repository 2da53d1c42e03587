// `otinish maintenance`: work that is planned, so that people read of it 48 hours before. It takes effect within 15 seconds.
import { almatyIso } from '../calendar/almaty.ts'
import { readDatabaseConfig } from '../config.ts'
import type { Sql } from '../database/sql.ts'
import { isGoingOn, planned } from '../service-status/decide.ts'
import type { Maintenance } from '../service-status/maintenance.ts'
import { addMaintenance, cancelMaintenance, readMaintenance } from '../service-status/plans.ts'
import { readPlan, type TypedPlan } from '../service-status/read-plan.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'
import { withDatabase } from './with-database.ts'

/** The plan is not as it must be; each line says one thing to change. */
export class MaintenanceError extends Error {
  override readonly name = 'MaintenanceError'
}

export async function maintenanceCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const [act, ...rest] = args
  const run = <T>(work: (sql: Sql) => Promise<T>) => withDatabase(readDatabaseConfig(environment), work)
  const now = new Date()
  if (act === 'add') return add(readOptions(rest, ['what', 'from', 'until', 'text-kk', 'text-ru', 'text-en']), now, run)
  if (act === 'list' && rest.length === 0) {
    for (const plan of planned(await run(sql => readMaintenance(sql)(now)), now)) print(plan, now)
    return
  }
  if (act === 'cancel') return cancel(readOptions(rest, ['id']).id, now, run)
  throw new UsageError()
}

type Run = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>

async function add(typed: TypedPlan, now: Date, run: Run): Promise<void> {
  const read = readPlan(typed, now)
  if (read.kind === 'mistakes') throw new MaintenanceError(read.mistakes.join('\n'))
  const id = await run(owner => addMaintenance(owner, read.plan, now)).catch(sayIfReadOnly)
  print({ ...read.plan, id, cancelledAt: undefined }, now)
}

async function cancel(id: string | undefined, now: Date, run: Run): Promise<void> {
  if (!id || !/^[1-9]\d{0,15}$/.test(id))
    throw new MaintenanceError('--id: a number that `otinish maintenance list` shows')
  const found = await run(owner => cancelMaintenance(owner, id, now)).catch(sayIfReadOnly)
  if (!found) throw new MaintenanceError(`--id: no work ${id} is planned; it may be over or cancelled already`)
  console.log(JSON.stringify({ event: 'maintenance-cancelled', id }))
}

/** The role of the service reads plans and writes none. */
function sayIfReadOnly(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === '42501')
    throw new MaintenanceError('MIGRATIONS_DATABASE_URL: required, only the owner of the database plans maintenance')
  throw error
}

function print(plan: Maintenance, now: Date): void {
  const { id, what, from, until, text } = plan
  const is = isGoingOn(plan, now) ? 'going-on' : 'to-come'
  console.log(
    JSON.stringify({ event: 'maintenance', id, what, from: almatyIso(from), until: almatyIso(until), is, text }),
  )
}
