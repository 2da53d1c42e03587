// Does EVIDENCE_KEY open what is kept? Asked at every start: a service that cannot read its evidence must not add to it.
import type { Sql } from '../database/sql.ts'
import { findOtherWrapping } from './person-key-store.ts'
import type { WrappingKeys } from './wrapping-keys.ts'

/** What is wrong, in a sentence. */
export async function evidenceKeyMistake(sql: Sql, keys: WrappingKeys): Promise<string | undefined> {
  const other = await findOtherWrapping(
    sql,
    keys.map(({ id }) => id),
  )
  return other && `EVIDENCE_KEY: keys of persons are wrapped by another one (${other}); name it as the second`
}
