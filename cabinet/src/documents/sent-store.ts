// Documents that the fund sent: versions are added and never changed.
import type { DocumentKind } from '../applications/view.ts'
import type { Sql, Tx } from '../database/sql.ts'

export type Place = { readonly iin: string; readonly application: string; readonly kind: DocumentKind }
export type Version = { readonly version: number; readonly sha256: Uint8Array }

export type Held = {
  readonly iin: string
  readonly number: string
  readonly receivedAt: Date
  readonly closedAt: Date | undefined // the end of that day
}

type HeldRow = { readonly number: string; readonly received_at: Date; readonly closed_on: string | null }

/** An application, held until the end of the transaction, so that versions follow one another. */
export async function holdApplication(tx: Tx, id: string): Promise<Held | undefined> {
  const [entered] = await tx<{ iin: string }[]>`select iin from application_directory where id = ${id}`
  if (!entered) return undefined
  const { iin } = entered
  const [held] = await tx<HeldRow[]>`
    select number, received_at, closed_on from application where iin = ${iin} and id = ${id} for update`
  if (!held) return undefined
  const closedAt = held.closed_on === null ? undefined : new Date(`${held.closed_on}T23:59:59Z`)
  return { iin, number: held.number, receivedAt: held.received_at, closedAt }
}

export async function newestVersion(tx: Tx, { iin, application, kind }: Place): Promise<Version | undefined> {
  const [newest] = await tx<Version[]>`
    select version, sha256 from sent_document
     where iin = ${iin} and application = ${application} and kind = ${kind} order by version desc limit 1`
  return newest
}

export type NewVersion = Place & Version & { readonly content: Uint8Array; readonly at: Date }

export async function addVersion(tx: Tx, added: NewVersion): Promise<void> {
  await tx`
    insert into sent_document (iin, application, kind, version, content, sha256, received_at)
    values (${added.iin}, ${added.application}, ${added.kind}, ${added.version}, ${added.content}, ${added.sha256},
      ${added.at})`
}

export type SentDocument = { readonly kind: DocumentKind; readonly size: number; readonly at: Date }

/** The newest of each kind, without its bytes. */
export async function listSent(sql: Sql, iin: string, application: string): Promise<readonly SentDocument[]> {
  return await sql<SentDocument[]>`
    select distinct on (kind) kind, octet_length(content) as size, received_at as at from sent_document
     where iin = ${iin} and application = ${application} order by kind, version desc`
}

/** The newest one whole. */
export async function readSent(sql: Sql, { iin, application, kind }: Place): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ content: Uint8Array }[]>`
    select content from sent_document
     where iin = ${iin} and application = ${application} and kind = ${kind} order by version desc limit 1`
  return row?.content
}
