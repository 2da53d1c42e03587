// EVIDENCE_KEY is rotated: the keys of persons are wrapped anew by its first key. What is kept under them stays as it is.
import type { Sql } from '../database/sql.ts'
import type { PersonKeyRow } from './person-key-store.ts'
import { unwrap, wrap } from './vault.ts'
import type { WrappingKeys } from './wrapping-keys.ts'

const AT_ONCE = 500

/** As the owner of the database. Answers how many were wrapped anew, or would be. Whoever is cut off may call it again. */
export async function rewrapKeys(owner: Sql, keys: WrappingKeys, how: { readonly dryRun: boolean }): Promise<number> {
  if (how.dryRun) return countOlder(owner, keys)
  let count = 0
  while (true) {
    const done = await owner.begin(async tx => {
      const rows = await tx<PersonKeyRow[]>`
        select * from person_key where wrapped_by <> ${keys[0].id} order by iin limit ${AT_ONCE} for update`
      for (const row of rows) {
        const { wrapped, wrapped_by } = wrap(keys[0], unwrap(keys, row))
        await tx`update person_key set wrapped = ${wrapped}, wrapped_by = ${wrapped_by} where iin = ${row.iin}`
      }
      return rows.length
    })
    if (done === 0) return count
    count += done
  }
}

async function countOlder(owner: Sql, keys: WrappingKeys): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from person_key where wrapped_by <> ${keys[0].id}`
  return row?.count ?? 0
}
