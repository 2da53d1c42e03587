// The withdrawals of the archive, in the order of their numbers, each with what is wrong with it. A page at a time, in constant memory.
import type { Sql } from '../database/sql.ts'
import { type Entry, entries } from './archive-store.ts'
import { type Judged, type Judging, judgeEntry } from './judge-entry.ts'
import type { Vault } from './vault.ts'
import type { Wrongs } from './verify-withdrawal.ts'

type Needs = Judging & { readonly sql: Sql; readonly vault: Pick<Vault, 'findKeys'> }

export type VerifiedEntry = { readonly entry: Entry; readonly wrong: Wrongs; readonly isErased: boolean }

export async function* verifyEntries(needs: Needs): AsyncGenerator<VerifiedEntry> {
  const { sql, vault } = needs
  for await (const page of entries(sql)) {
    const keys = await vault.findKeys(sql, [...new Set(page.map(({ entry }) => entry.iin))])
    for (const kept of page) {
      const { entry } = kept
      yield { entry, ...(await lawfully(sql, entry, judgeEntry(kept, keys.get(entry.iin), needs))) }
    }
  }
}

/** A lawful erasure leaves a line that names the key in the record of acts, which has a chain of its own. */
async function lawfully(sql: Sql, { iin }: Entry, { wrong, erased }: Judged): Promise<Omit<VerifiedEntry, 'entry'>> {
  if (erased === undefined) return { wrong, isErased: false }
  const lines = await sql`
    select from audit_event where iin = ${iin} and act = 'evidence-key-destroyed' and outcome = ${erased} limit 1`
  const unlawful = lines.length > 0 ? [] : ["the person's key is gone, and no erasure is recorded"]
  return { wrong: [...wrong, ...unlawful], isErased: true }
}
