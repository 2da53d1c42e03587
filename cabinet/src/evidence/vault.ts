// The keys of persons, opened: each person has one, and everything that proves what they did is kept under it. Whoever destroys
// the key has erased all of it, and every chain and hash over the ciphertext still holds.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Sql, Tx } from '../database/sql.ts'
import { decrypt, encrypt } from './cipher.ts'
import { addPersonKey, findPersonKey, findPersonKeys, holdPersonKey, type PersonKeyRow } from './person-key-store.ts'
import type { WrappingKey, WrappingKeys } from './wrapping-keys.ts'

export type PersonKey = { readonly iin: string; readonly id: string; readonly bytes: Uint8Array }

/** A key that does not open. */
export type ClosedKey = { readonly why: string }

export type Vault = {
  /** To write under: made in this transaction when there is none, and not destroyed before it ends. */
  readonly keyFor: (tx: Tx, iin: string, now: Date) => Promise<PersonKey>
  /** The one that is there, if any, likewise. */
  readonly holdKey: (tx: Tx, iin: string) => Promise<PersonKey | undefined>
  /** To read with; undefined when the person has none, or had one that was destroyed. */
  readonly findKey: (sql: Sql | Tx, iin: string) => Promise<PersonKey | undefined>
  /** Of these persons, those that have one; of one that does not open, why. */
  readonly findKeys: (sql: Sql, iins: readonly string[]) => Promise<ReadonlyMap<string, PersonKey | ClosedKey>>
}

/** What was kept does not open, or cannot: a fault of ours, an operator's, or an attack. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
}

const KEY_OCTETS = 32

export const openVault = (wrapping: WrappingKeys): Vault => ({
  keyFor: async (tx, iin, now) => {
    const row = await holdPersonKey(tx, iin)
    return unwrap(wrapping, row ?? (await addPersonKey(tx, freshRow(wrapping[0], iin, now))))
  },
  holdKey: async (tx, iin) => {
    const row = await holdPersonKey(tx, iin)
    return row && unwrap(wrapping, row)
  },
  findKey: async (sql, iin) => {
    const row = await findPersonKey(sql, iin)
    return row && unwrap(wrapping, row)
  },
  findKeys: async (sql, iins) => {
    const rows = await findPersonKeys(sql, iins)
    return new Map(rows.map(row => [row.iin, unwrapOrWhy(wrapping, row)]))
  },
})

function freshRow(wrapping: WrappingKey, iin: string, now: Date): PersonKeyRow {
  const key = { iin, id: randomUUID(), bytes: randomBytes(KEY_OCTETS) }
  return { iin, id: key.id, ...wrap(wrapping, key), made_at: now }
}

export function wrap(by: WrappingKey, key: PersonKey): Pick<PersonKeyRow, 'wrapped' | 'wrapped_by'> {
  return { wrapped: encrypt(by.bytes, placeOf(key), key.bytes), wrapped_by: by.id }
}

/** Throws VaultError. */
export function unwrap(wrapping: WrappingKeys, row: PersonKeyRow): PersonKey {
  const by = wrapping.find(({ id }) => id === row.wrapped_by)
  if (!by) throw new VaultError(`a person's key is wrapped by ${row.wrapped_by}, which EVIDENCE_KEY does not hold`)
  const bytes = decrypt(by.bytes, placeOf(row), row.wrapped)
  if (bytes?.length !== KEY_OCTETS) throw new VaultError("a person's key does not open")
  return { iin: row.iin, id: row.id, bytes }
}

function unwrapOrWhy(wrapping: WrappingKeys, row: PersonKeyRow): PersonKey | ClosedKey {
  try {
    return unwrap(wrapping, row)
  } catch (fault) {
    if (fault instanceof VaultError) return { why: fault.message }
    throw fault
  }
}

function placeOf({ iin, id }: Pick<PersonKey, 'iin' | 'id'>) {
  return ['person-key', iin, id]
}
