// The whole archive, read in the order of its numbers, a little at a time: it may be larger than any memory.
import type { Sql } from '../database/sql.ts'
import type { Stamp } from './root.ts'
import { type KeptRoot, toRoot } from './root-store.ts'

/** A number that was given; what is null is not there. */
export type Entry = {
  readonly registration: string
  readonly ordinal: string
  readonly iin: string
  readonly noted_at: Date // when it was received, by the directory
  readonly received_at: Date | null // by the withdrawal
  readonly registered_at: Date | null
  readonly application: string | null
  readonly method: 'eds' | 'qr' | null
  readonly certificate: unknown
  readonly revocation: 'unchecked' | 'good' | null
  readonly revocation_source: 'ocsp' | 'crl' | null
  readonly revocation_at: Date | null
  readonly stamped_at: Date | null
  readonly stamp_authority: string | null
  readonly draft_sha256: string | null // hexadecimal: of the statement that its draft has
  readonly cms_sha256: string | null // of the signature as it was sent
  readonly leaves: readonly Leaf[] // the first, then one over what came late; none under no root
}

/** `hash`: hexadecimal. */
export type Leaf = { readonly tree: string; readonly pieces: readonly string[]; readonly hash: string }

export type KeptEntry = { readonly entry: Entry; readonly rows: readonly PieceRow[] }

const PAGE = 40 // a quarter of a megabyte each

/** Each with its pieces, which are asked for a page at a time. */
export async function* entries(sql: Sql): AsyncGenerator<readonly KeptEntry[]> {
  for (let after = '0'; ; ) {
    const page = await sql<Entry[]>`
      select d.registration, d.ordinal, d.iin, d.received_at as noted_at, w.received_at, w.registered_at, w.application, w.method,
             w.certificate, w.revocation, w.revocation_source, w.revocation_at, w.stamped_at, w.stamp_authority,
             encode(wd.sha256, 'hex') as draft_sha256, encode(ws.cms_sha256, 'hex') as cms_sha256,
             (select coalesce(jsonb_agg(jsonb_build_object('tree', l.tree::text, 'pieces', l.pieces,
                                                           'hash', encode(l.hash, 'hex')) order by l.tree), '[]')
                from evidence_leaf l where l.registration = d.registration) as leaves
        from registration_directory d
        left join withdrawal w on w.iin = d.iin and w.registration = d.registration
        left join withdrawal_draft wd on wd.id = w.draft
        left join withdrawal_signature ws on ws.iin = w.iin and ws.id = w.signature
       where d.ordinal > ${after} order by d.ordinal limit ${PAGE}`
    const last = page.at(-1)
    if (!last) return
    yield await withPieces(sql, page)
    after = last.ordinal
  }
}

export type PieceRow = {
  readonly piece: string
  readonly position: number
  readonly content: Buffer
  readonly sha256: Buffer
  readonly sealed_by: string | null
}

async function withPieces(sql: Sql, page: readonly Entry[]): Promise<readonly KeptEntry[]> {
  const [iins, numbers] = [page.map(({ iin }) => iin), page.map(({ registration }) => registration)]
  const rows = await sql<(PieceRow & { readonly of: string })[]>`
    select e.registration as of, e.piece, e.position, e.content, e.sha256, e.sealed_by
      from unnest(${iins}::text[], ${numbers}::text[]) asked (iin, registration)
      join withdrawal_evidence e on e.iin = asked.iin and e.registration = asked.registration
     order by e.piece, e.position`
  const kept = new Map<string, PieceRow[]>(numbers.map(number => [number, []]))
  for (const row of rows) kept.get(row.of)?.push(row)
  return page.map(entry => ({ entry, rows: kept.get(entry.registration) ?? [] }))
}

const MOST_STRAYS = 1_000 // enough to see what happened

/** What stands somewhere under a number that the directory does not have. */
export async function strays(sql: Sql): Promise<readonly string[]> {
  const rows = await sql<{ registration: string }[]>`
    select registration from (
      select registration from withdrawal union
      select registration from withdrawal_evidence union
      select registration from evidence_leaf union
      select registration from application where registration is not null union
      select outcome from audit_event where act = 'withdrawn') known
     where not exists (select from registration_directory d where d.registration = known.registration)
     limit ${MOST_STRAYS}`
  return rows.map(({ registration }) => registration)
}

export type StampedRoot = { readonly root: KeptRoot; readonly stamps: readonly Stamp[] }

export async function findRoot(sql: Sql, ordinal: string): Promise<KeptRoot | undefined> {
  const [row] = await sql<Parameters<typeof toRoot>[0][]>`select * from evidence_root where ordinal = ${ordinal}`
  return row && toRoot(row)
}

/** In their order, each with its stamps, up to the one that is named. */
export async function* roots(sql: Sql, upTo: bigint): AsyncGenerator<StampedRoot> {
  for (let after = '0'; ; ) {
    const [row] = await sql<Parameters<typeof toRoot>[0][]>`
      select * from evidence_root where ordinal > ${after} and ordinal <= ${String(upTo)} order by ordinal limit 1`
    if (!row) return
    const stamps = await sql<Stamp[]>`
      select generation, token from evidence_stamp where tree = ${row.ordinal} order by generation`
    yield { root: toRoot(row), stamps }
    after = row.ordinal
  }
}
