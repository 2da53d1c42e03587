// The withdrawals of the archive, in the order of their numbers, each with what is wrong with it. Pages of them are judged beside
// one another, a few at a time: in constant memory.
import type { Sql } from '../database/sql.ts'
import { type Entry, entries, type KeptEntry } from './archive-store.ts'
import type { Judged, JudgePage } from './judge-entry.ts'
import type { Vault } from './vault.ts'
import type { Wrongs } from './verify-withdrawal.ts'

type Needs = {
  readonly sql: Sql
  readonly vault: Pick<Vault, 'findKeys'>
  readonly judge: JudgePage
  readonly atOnce: number // pages that are judged, or wait for it
}

export type VerifiedEntry = { readonly entry: Entry; readonly wrong: Wrongs; readonly isErased: boolean }

export async function* verifyEntries(needs: Needs): AsyncGenerator<VerifiedEntry> {
  const judged: Judging[] = []
  for await (const page of entries(needs.sql)) {
    judged.push(await begin(needs, page))
    if (judged.length >= needs.atOnce) yield* end(needs, judged.shift())
  }
  while (judged.length > 0) yield* end(needs, judged.shift())
}

type Judging = { readonly page: readonly KeptEntry[]; readonly verdicts: Promise<readonly Judged[]> }

async function begin({ sql, vault, judge }: Needs, page: readonly KeptEntry[]): Promise<Judging> {
  const keys = await vault.findKeys(sql, [...new Set(page.map(({ entry }) => entry.iin))])
  const verdicts = judge(page, keys)
  verdicts.catch(() => {}) // told when its turn comes
  return { page, verdicts }
}

async function* end({ sql }: Needs, judging: Judging | undefined): AsyncGenerator<VerifiedEntry> {
  const verdicts = (await judging?.verdicts) ?? []
  for (const [i, judged] of verdicts.entries()) {
    const entry = judging?.page[i]?.entry
    if (entry) yield { entry, ...(await lawfully(sql, entry, judged)) }
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
