// Documents that the fund sent: versions are added and never changed, each under the key of its person.
import { createHash } from 'node:crypto'
import type { DocumentKind } from '../applications/view.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { OVERHEAD } from '../evidence/cipher.ts'
import { fingerprint } from '../evidence/sealed.ts'
import type { PersonKey, Vault } from '../evidence/vault.ts'
import { openVersion, sealVersion } from './seal-version.ts'

export type Place = { readonly iin: string; readonly application: string; readonly kind: DocumentKind }

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

export type Version = { readonly version: number; readonly isSame: boolean }

/** The newest version, and whether it is this very content. */
export async function newestVersion(
  tx: Tx,
  key: PersonKey,
  { iin, application, kind, content }: Place & { readonly content: Uint8Array },
): Promise<Version | undefined> {
  const [newest] = await tx<{ version: number; sha256: Buffer; sealed_by: string | null }[]>`
    select version, sha256, sealed_by from sent_document
     where iin = ${iin} and application = ${application} and kind = ${kind} order by version desc limit 1`
  if (!newest) return undefined
  const { version, sealed_by } = newest
  const mark = sealed_by === null ? createHash('sha256').update(content).digest() : fingerprint(key, content)
  return { version, isSame: mark.equals(newest.sha256) }
}

export type NewVersion = Place & { readonly version: number; readonly content: Uint8Array; readonly at: Date }

export async function addVersion(tx: Tx, key: PersonKey, added: NewVersion): Promise<void> {
  const { content, sha256, sealed_by } = sealVersion(key, added, added.content)
  await tx`
    insert into sent_document (iin, application, kind, version, content, sha256, sealed_by, received_at)
    values (${added.iin}, ${added.application}, ${added.kind}, ${added.version}, ${content}, ${sha256}, ${sealed_by},
      ${added.at})`
}

export type SentDocument = { readonly kind: DocumentKind; readonly size: number; readonly at: Date }

/** The newest of each kind, without its bytes. What was erased is not there any more. */
export async function listSent(sql: Sql, iin: string, application: string): Promise<readonly SentDocument[]> {
  return await sql<SentDocument[]>`
    select distinct on (kind) kind, received_at as at,
           octet_length(content) - case when sealed_by is null then 0 else ${OVERHEAD}::integer end as size
      from sent_document s
     where iin = ${iin} and application = ${application}
       and (sealed_by is null or exists (select from person_key k where k.iin = s.iin and k.id = s.sealed_by))
     order by kind, version desc`
}

type SentRow = { readonly version: number; readonly content: Buffer; readonly sealed_by: string | null }

/** The newest one whole; undefined also when it was erased. */
export async function readSent(sql: Sql, vault: Vault, place: Place): Promise<Uint8Array | undefined> {
  const { iin, application, kind } = place
  const [row] = await sql<SentRow[]>`
    select version, content, sealed_by from sent_document
     where iin = ${iin} and application = ${application} and kind = ${kind} order by version desc limit 1`
  if (!row) return undefined
  const key = row.sealed_by === null ? undefined : await vault.findKey(sql, iin)
  const content = openVersion(key, { ...place, version: row.version }, row)
  return content === 'erased' ? undefined : content
}
