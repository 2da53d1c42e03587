// EVIDENCE_KEY is rotated: the keys of persons are wrapped anew by its first key. What is kept under them stays as it is.
import type { Sql, Tx } from '../database/sql.ts'
import type { PersonKeyRow } from './person-key-store.ts'
import { type PersonKey, unwrap, VaultError, wrap } from './vault.ts'
import type { WrappingKeys } from './wrapping-keys.ts'

const AT_ONCE = 500

type How = {
  readonly dryRun: boolean
  /** Of a key that does not open, whose id it is and why: it stays as it is, and the others go on. */
  readonly onClosed: (id: string, why: string) => void
}

/** As the owner of the database. Answers how many were wrapped anew, or would be. Whoever is cut off may call it again. */
export async function rewrapKeys(owner: Sql, keys: WrappingKeys, how: How): Promise<number> {
  if (how.dryRun) return countOlder(owner, keys)
  let count = 0
  let after: string | undefined = ''
  while (after !== undefined) {
    const from: string = after
    const round = await owner.begin(tx => rewrapSome(tx, keys, { after: from, onClosed: how.onClosed }))
    count += round.done
    after = round.last
  }
  return count
}

type Place = Pick<How, 'onClosed'> & { readonly after: string }

async function rewrapSome(tx: Tx, keys: WrappingKeys, { after, onClosed }: Place) {
  const rows = await tx<PersonKeyRow[]>`
    select * from person_key where wrapped_by <> ${keys[0].id} and iin > ${after}
     order by iin limit ${AT_ONCE} for update`
  let done = 0
  for (const row of rows) {
    const key = opened(keys, row)
    if (typeof key === 'string') {
      onClosed(row.id, key)
      continue
    }
    const { wrapped, wrapped_by } = wrap(keys[0], key)
    await tx`update person_key set wrapped = ${wrapped}, wrapped_by = ${wrapped_by} where iin = ${row.iin}`
    done++
  }
  return { done, last: rows.at(-1)?.iin }
}

/** The key, or why it does not open. */
function opened(keys: WrappingKeys, row: PersonKeyRow): PersonKey | string {
  try {
    return unwrap(keys, row)
  } catch (error) {
    if (error instanceof VaultError) return error.message
    throw error
  }
}

async function countOlder(owner: Sql, keys: WrappingKeys): Promise<number> {
  const [row] = await owner<{ count: number }[]>`
    select count(*)::int as count from person_key where wrapped_by <> ${keys[0].id}`
  return row?.count ?? 0
}
