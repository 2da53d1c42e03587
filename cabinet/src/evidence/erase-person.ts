// Erasure that the law demands: the key of one person is destroyed, and with it everything that was kept under it. Ciphertexts and
// their hashes stay, so that every chain over them still holds.
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { destroyPersonKey, lockPersonKey } from './person-key-store.ts'
import { SEALINGS } from './sealings.ts'

export type Erasure = { readonly iin: string; readonly by: string; readonly approvedBy: string; readonly at: Date }

/**
 * `nothing`: there is no key; `undecided`: something of theirs is under way and would be lost; `plain`: something of theirs was kept
 * before evidence was encrypted, and no key that is destroyed would erase it.
 */
export type ErasureOutcome = 'erased' | 'nothing' | 'undecided' | 'plain'

/** As the owner of the database. The names of both go into the record of acts, in the same transaction. */
export function erasePerson(owner: Sql, { iin, by, approvedBy, at }: Erasure): Promise<ErasureOutcome> {
  return owner.begin(async tx => {
    await lockPersonKey(tx, iin)
    if (await isUndecided(tx, iin, at)) return 'undecided'
    if (await isPlain(tx, iin)) return 'plain'
    const key = await destroyPersonKey(tx, iin)
    if (key === undefined) return 'nothing'
    const actor = { kind: 'system' } as const
    await recordAct(tx, { at, act: 'evidence-erased', actor, iin, outcome: `${by} ${approvedBy}` })
    await recordAct(tx, { at, act: 'evidence-key-destroyed', actor, iin, outcome: key })
    return 'erased'
  })
}

/** A signature that is being checked, or a statement that may still be signed. */
async function isUndecided(tx: Tx, iin: string, now: Date): Promise<boolean> {
  const [row] = await tx<{ found: boolean }[]>`
    select exists (select from withdrawal_signature where iin = ${iin} and state = 'checking')
        or exists (select from withdrawal_draft d join application a on a.iin = d.iin and a.id = d.application
                    where d.iin = ${iin} and d.expires_at > ${now} and a.state in ('accepted', 'withdrawing')) as found`
  return row?.found ?? false
}

async function isPlain(tx: Tx, iin: string): Promise<boolean> {
  for (const { table, plain } of SEALINGS) {
    const rows = await tx`select from ${tx(table)} where iin = ${iin} and ${tx.unsafe(plain)} limit 1`
    if (rows.length > 0) return true
  }
  return false
}
