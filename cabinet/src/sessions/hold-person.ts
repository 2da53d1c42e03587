// What opens or protects a person's account happens one thing after the other: signing in, ending sessions, a new password.
import type { Tx } from '../database/sql.ts'

/**
 * Taken first, before any row: two changes that end each other's sessions never wait for each other, and no session begins
 * while a change ends them.
 */
export async function holdPerson(tx: Tx, iin: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`account:${iin}`}, 0))`
}
