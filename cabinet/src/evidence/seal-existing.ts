// What was kept before evidence was encrypted is put under the keys of its persons. Once, after the migration that allows it.
import type { Sql, Tx } from '../database/sql.ts'
import { sealPiece } from './sealed.ts'
import type { Vault } from './vault.ts'

const AT_ONCE = 100

type Row = {
  readonly iin: string
  readonly registration: string
  readonly piece: string
  readonly position: number
  readonly content: Buffer
}

type Needs = { readonly owner: Sql; readonly vault: Vault; readonly now: Date }

/** As the owner of the database. Answers how many pieces were sealed, or would be. Whoever is cut off may call it again. */
export async function sealExisting(needs: Needs, how: { readonly dryRun: boolean }): Promise<number> {
  if (how.dryRun) return countPlain(needs.owner)
  let count = 0
  while (true) {
    const done = await needs.owner.begin(tx => sealSome(tx, needs))
    if (done === 0) return count
    count += done
  }
}

async function sealSome(tx: Tx, { vault, now }: Needs): Promise<number> {
  const rows = await tx<Row[]>`
    select iin, registration, piece, position, content from withdrawal_evidence where sealed_by is null
     order by iin, registration, piece, position limit ${AT_ONCE} for update`
  for (const { iin, registration, piece, position, content: plain } of rows) {
    const key = await vault.keyFor(tx, iin, now)
    const { content, sha256, sealed_by } = sealPiece(key, { of: registration, piece, position }, plain)
    await tx`
      update withdrawal_evidence set content = ${content}, sha256 = ${sha256}, sealed_by = ${sealed_by}
       where iin = ${iin} and registration = ${registration} and piece = ${piece} and position = ${position}`
  }
  return rows.length
}

async function countPlain(owner: Sql): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from withdrawal_evidence where sealed_by is null`
  return row?.count ?? 0
}
