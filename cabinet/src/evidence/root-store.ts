// Roots over evidence, their leaves and stamps. Rows are added, never changed; a lease lets one instance at a time add them.
import type { Sql, Tx } from '../database/sql.ts'
import type { Root, Stamp } from './root.ts'

const LEASE_MINUTES = 5 // longer than the work of a round

/** Until when the work is ours, unless it is let go before; undefined while it is another instance's. */
export async function takeLease(sql: Sql, now: Date): Promise<Date | undefined> {
  const until = new Date(now.getTime() + LEASE_MINUTES * 60_000)
  const taken = await sql`update evidence_keeper set busy_until = ${until} where busy_until <= ${now} returning one`
  return taken.length > 0 ? until : undefined
}

/** Ours alone: one that ran out may be somebody else's by now. */
export async function letGo(sql: Sql, ours: Date, now: Date): Promise<void> {
  await sql`update evidence_keeper set busy_until = ${now} where busy_until = ${ours}`
}

export type KeptRoot = Root & { readonly madeAt: Date }
type RootRow = {
  readonly ordinal: string
  readonly leaves: number
  readonly root: Buffer
  readonly previous: Buffer
  readonly made_at: Date
}

export function toRoot({ ordinal, leaves, root, previous, made_at: madeAt }: RootRow): KeptRoot {
  return { ordinal: BigInt(ordinal), leaves, root, previous, madeAt }
}

export async function lastRoot(sql: Sql | Tx): Promise<KeptRoot | undefined> {
  const [row] = await sql<RootRow[]>`select * from evidence_root order by ordinal desc limit 1`
  return row && toRoot(row)
}

export type Group = {
  readonly registration: string
  readonly ordinal: string
  readonly pieces: readonly { readonly piece: string; readonly position: number; readonly sha256: string }[] // hex
}

/**
 * Withdrawals under no root yet, by number, each with the hashes of what is kept of it. One that waits for its receipt is
 * left for another day, unless it is older than `waited`; so is one that is not encrypted yet, since its bytes will change.
 */
export async function groupsWithoutRoot(tx: Tx, waited: Date, most: number): Promise<readonly Group[]> {
  return tx<Group[]>`
    select d.registration, d.ordinal, jsonb_agg(jsonb_build_object('piece', e.piece, 'position', e.position,
           'sha256', encode(e.sha256, 'hex')) order by e.piece, e.position) as pieces
      from registration_directory d
      join withdrawal w on w.iin = d.iin and w.registration = d.registration
      join withdrawal_evidence e on e.iin = d.iin and e.registration = d.registration
     where not exists (select from evidence_leaf l where l.registration = d.registration)
     group by d.registration, d.ordinal, w.registered_at
    having (bool_or(e.piece = 'receipt') or w.registered_at <= ${waited}) and bool_and(e.sealed_by is not null)
     order by d.ordinal limit ${most}`
}

/**
 * What came to withdrawals after their root was made, however late: receipts, and what is made with them. Each with the hashes of
 * what stands under no leaf yet.
 */
export async function groupsThatCameLate(tx: Tx, most: number): Promise<readonly Group[]> {
  return tx<Group[]>`
    select d.registration, d.ordinal, jsonb_agg(jsonb_build_object('piece', e.piece, 'position', e.position,
           'sha256', encode(e.sha256, 'hex')) order by e.piece, e.position) as pieces
      from evidence_leaf l
      join registration_directory d on d.registration = l.registration
      join withdrawal_evidence e on e.iin = d.iin and e.registration = d.registration
     where not ('receipt 0' = any (l.pieces)) and not (concat(e.piece, ' ', e.position) = any (l.pieces))
       and not exists (select from evidence_leaf later where later.registration = l.registration
                          and 'receipt 0' = any (later.pieces))
     group by d.registration, d.ordinal
    having bool_or(e.piece = 'receipt') and bool_and(e.sealed_by is not null)
     order by d.ordinal limit ${most}`
}

export type Leaf = {
  readonly registration: string
  readonly ordinal: string
  readonly pieces: readonly string[]
  readonly hash: Uint8Array
}

const AT_ONCE = 1_000

export async function addRoot(tx: Tx, root: KeptRoot, leaves: readonly Leaf[]): Promise<void> {
  const tree = String(root.ordinal)
  await tx`
    insert into evidence_root (ordinal, leaves, root, previous, made_at)
    values (${tree}, ${root.leaves}, ${root.root}, ${root.previous}, ${root.madeAt})`
  for (let i = 0; i < leaves.length; i += AT_ONCE) {
    const rows = leaves.slice(i, i + AT_ONCE).map(leaf => ({ ...leaf, tree, pieces: [...leaf.pieces] }))
    await tx`insert into evidence_leaf ${tx(rows, 'registration', 'ordinal', 'tree', 'pieces', 'hash')}`
  }
}

export type Unstamped = { readonly root: KeptRoot; readonly before: (Stamp & { readonly until: Date }) | undefined }

/** Roots without a stamp, the oldest first; then those whose last stamp ends before `until`, the one that ends first before others. */
export async function rootsToStamp(sql: Sql, until: Date, most: number): Promise<readonly Unstamped[]> {
  const rows = await sql<(RootRow & LastStamp)[]>`
    select r.*, s.generation, s.token, s.valid_until from evidence_root r
      left join lateral (select generation, token, valid_until from evidence_stamp s where s.tree = r.ordinal
                          order by generation desc limit 1) s on true
     where s.generation is null or s.valid_until <= ${until}
     order by s.valid_until nulls first, r.ordinal limit ${most}`
  return rows.map(({ generation, token, valid_until: ends, ...row }) => ({
    root: toRoot(row),
    before: generation !== null && token && ends ? { generation, token, until: ends } : undefined,
  }))
}

type LastStamp = {
  readonly generation: number | null
  readonly token: Buffer | null
  readonly valid_until: Date | null
}

export type NewStamp = Stamp & {
  readonly tree: bigint
  readonly at: Date
  readonly authority: string
  readonly until: Date
}

/** Whoever is second for the same generation adds nothing. */
export async function addStamp(sql: Sql, { tree, generation, token, at, authority, until }: NewStamp): Promise<void> {
  await sql`
    insert into evidence_stamp (tree, generation, token, stamped_at, authority, valid_until)
    values (${String(tree)}, ${generation}, ${Buffer.from(token)}, ${at}, ${authority}, ${until})
    on conflict (tree, generation) do nothing`
}
