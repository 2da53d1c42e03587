// What was kept before it was encrypted is put under the keys of its persons: pieces of evidence, statements, signatures that were
// sent. Once, after the migrations that allow it.
import type { Sql, Tx } from '../database/sql.ts'
import { sealPiece } from './sealed.ts'
import type { Vault } from './vault.ts'

const AT_ONCE = 100

type Needs = { readonly owner: Sql; readonly vault: Vault; readonly now: Date }

/** As the owner of the database. Answers how many were sealed, or would be. Whoever is cut off may call it again. */
export async function sealExisting(needs: Needs, how: { readonly dryRun: boolean }): Promise<number> {
  if (how.dryRun) return countPlain(needs.owner)
  let count = 0
  for (const sealSome of [sealPieces, sealDrafts, sealSignatures]) {
    for (let done = -1; done !== 0; count += done) done = await needs.owner.begin(tx => sealSome(tx, needs))
  }
  return count
}

type PieceRow = {
  readonly iin: string
  readonly registration: string
  readonly piece: string
  readonly position: number
  readonly content: Buffer
}

async function sealPieces(tx: Tx, { vault, now }: Needs): Promise<number> {
  const rows = await tx<PieceRow[]>`
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

type WholeRow = { readonly iin: string; readonly id: string; readonly content: Buffer }

async function sealDrafts(tx: Tx, { vault, now }: Needs): Promise<number> {
  const rows = await tx<WholeRow[]>`
    select iin, id, document as content from withdrawal_draft where sealed_by is null
     order by id limit ${AT_ONCE} for update`
  for (const { iin, id, content: plain } of rows) {
    const { content, sealed_by } = sealPiece(await vault.keyFor(tx, iin, now), { of: id, piece: 'draft' }, plain)
    await tx`update withdrawal_draft set document = ${content}, sealed_by = ${sealed_by} where id = ${id}`
  }
  return rows.length
}

async function sealSignatures(tx: Tx, { vault, now }: Needs): Promise<number> {
  const rows = await tx<WholeRow[]>`
    select iin, id, cms as content from withdrawal_signature where sealed_by is null
     order by iin, id limit ${AT_ONCE} for update`
  for (const { iin, id, content: plain } of rows) {
    const { content, sealed_by } = sealPiece(await vault.keyFor(tx, iin, now), { of: id, piece: 'cms' }, plain)
    await tx`update withdrawal_signature set cms = ${content}, sealed_by = ${sealed_by} where iin = ${iin} and id = ${id}`
  }
  return rows.length
}

async function countPlain(owner: Sql): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select (select count(*) from withdrawal_evidence where sealed_by is null)::int
         + (select count(*) from withdrawal_draft where sealed_by is null)::int
         + (select count(*) from withdrawal_signature where sealed_by is null)::int as count`
  return row?.count ?? 0
}
