// The session that asks for a change, held until the change is made: it may have been ended from elsewhere meanwhile.
import type { Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'

/** Answers whether it still lives. */
export const holdSession =
  (hash: KeyedHash, now: () => Date) =>
  (tx: Tx) =>
  async (secret: string): Promise<boolean> => {
    const held = await tx`
      select 1 from session where id in ${tx(hash.all(secret))} and ends_at > ${now()} for update`
    return held.length === 1
  }
