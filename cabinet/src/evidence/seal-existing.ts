// What was kept before it was encrypted is put under the keys of its persons. Once, after the migrations that allow it.
import type { Sql } from '../database/sql.ts'
import type { SealNeeds } from './sealing.ts'
import { SEALINGS } from './sealings.ts'

type Needs = SealNeeds & { readonly owner: Sql }

/** As the owner of the database. Answers how many rows were sealed, or would be. Whoever is cut off may call it again. */
export async function sealExisting(needs: Needs, how: { readonly dryRun: boolean }): Promise<number> {
  if (how.dryRun) return countPlain(needs.owner)
  let count = 0
  for (const { some } of SEALINGS) {
    for (let done = -1; done !== 0; count += done) done = await needs.owner.begin(tx => some(tx, needs))
  }
  return count
}

async function countPlain(owner: Sql): Promise<number> {
  let count = 0
  for (const { table, plain } of SEALINGS) {
    const [row] = await owner<{ count: number }[]>`
      select count(*)::int as count from ${owner(table)} where ${owner.unsafe(plain)}`
    count += row?.count ?? 0
  }
  return count
}
