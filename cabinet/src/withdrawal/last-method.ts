// How a person signed their last withdrawal.
import type { SignMethod } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'

export const lastMethod =
  (sql: Sql) =>
  async (iin: Iin): Promise<SignMethod | undefined> => {
    const [row] = await sql<{ method: SignMethod }[]>`
      select method from withdrawal where iin = ${iin} order by registered_at desc limit 1`
    return row?.method
  }
