// The keys by which the fund's core is known: shown once when made, kept as a hash, each with its scopes.
import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from '../database/sql.ts'

export const SCOPES = ['intake', 'execution', 'status'] as const
export type Scope = (typeof SCOPES)[number]

export type CoreKey = { readonly name: string; readonly scopes: readonly Scope[] }

const KEY = /^otk_[A-Za-z0-9_-]{43}$/

/** 256 random bits; a plain hash is enough for them. */
export function makeCoreKey(): string {
  return `otk_${randomBytes(32).toString('base64url')}`
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest()
}

/** Keeps the hash of a key as the owner of the database; a name that exists gets the new key (rotation). */
export async function addCoreKey(owner: Sql, key: string, known: CoreKey, now: Date): Promise<void> {
  await owner`
    insert into core_key (name, hash, scopes, made_at)
    values (${known.name}, ${hashOf(key)}, ${[...known.scopes]}, ${now})
    on conflict (name) do update
      set hash = excluded.hash, scopes = excluded.scopes, made_at = excluded.made_at, revoked_at = null`
}

/** Whose key a bearer header carries. */
export const findCoreKey =
  (sql: Sql) =>
  async (authorization: string | undefined): Promise<CoreKey | undefined> => {
    const key = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
    if (!KEY.test(key)) return undefined
    const [row] = await sql<CoreKey[]>`
      select name, scopes from core_key where hash = ${hashOf(key)} and revoked_at is null`
    return row
  }
