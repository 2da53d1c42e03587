// One application with its operations, from the database.
import type { Sql, Tx } from '../database/sql.ts'
import type { Application } from './application.ts'
import { type ApplicationRow, type OperationRow, toApplication } from './application-row.ts'

export type Read = {
  readonly application: Application
  readonly version: number
  readonly closedOn: string | undefined
}

/** `undefined` when there is none, or it is somebody else's: the caller cannot tell which. */
export async function readApplication(sql: Sql | Tx, iin: string, id: string): Promise<Read | undefined> {
  const [row] = await sql<ApplicationRow[]>`select * from application where iin = ${iin} and id = ${id}`
  if (!row) return undefined
  const operations = await sql<OperationRow[]>`
    select done_on, amount, contract_type, status from operation
     where iin = ${iin} and application = ${id} order by position`
  return { application: toApplication(row, operations), version: row.version, closedOn: row.closed_on ?? undefined }
}
