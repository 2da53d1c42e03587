// The tables that the core writes through us: applications with their operations, claims, processed events.
import { createHash } from 'node:crypto'
import type { ApplicationRow } from '../applications/application-row.ts'
import { numberKey } from '../applications/number-key.ts'
import { addToTimeline } from '../applications/timeline.ts'
import { almatyMidnight, plusMonths } from '../calendar/almaty.ts'
import type { Tx } from '../database/sql.ts'
import type { Known, Word } from './decide.ts'
import { type ApplicationMessage, type EndMessage, endOn, isEnd, type ReportedStatus } from './message.ts'
import type { Change, FactChange } from './news.ts'

const APPEAL_MONTHS = 3 // APPC art. 91: from the day on which the decision became known

type Directory = { readonly iin: string; readonly series: string; readonly number: string }

export function digestOf(message: object): Buffer {
  return createHash('sha256').update(JSON.stringify(message)).digest()
}

/** Enters an id and its number for ever. Waits for whoever enters the same at this moment. */
export async function enterDirectory(tx: Tx, id: string, message: ApplicationMessage): Promise<boolean> {
  const { iin, series, number } = message
  const entered = await tx`
    insert into application_directory (id, iin, series, number) values (${id}, ${iin}, ${series}, ${number})
    on conflict do nothing returning id`
  return entered.length === 1
}

export async function findInDirectory(tx: Tx, id: string): Promise<Directory | undefined> {
  const [row] = await tx<Directory[]>`select iin, series, number from application_directory where id = ${id}`
  return row
}

/** The application, held until the end of the transaction so that neither claim nor signature comes between. */
export async function lockApplication(tx: Tx, iin: string, id: string): Promise<ApplicationRow | undefined> {
  const [row] = await tx<ApplicationRow[]>`select * from application where iin = ${iin} and id = ${id} for update`
  return row
}

export function known(row: ApplicationRow): Known {
  return { kind: row.kind, state: row.state, closedOn: row.closed_on ?? undefined }
}

/** A move of a known application, as its person may be told of it. */
export function changeOf(row: ApplicationRow, after: Word, status: ReportedStatus): Change {
  return { kind: row.kind, before: row.state, after, receivedAt: row.received_at, closedOn: endOn(status) }
}

/** The facts that a person may be told of, as they stand and as the core now sends them: asked before they are replaced. */
export async function factChangeOf(tx: Tx, row: ApplicationRow, message: ApplicationMessage): Promise<FactChange> {
  const operations = await tx<{ done_on: string }[]>`
    select done_on from operation where iin = ${row.iin} and application = ${row.id}`
  return {
    kind: row.kind,
    before: { operatorRelease: row.operator_release ?? undefined, operations: operations.map(one => one.done_on) },
    after: {
      operatorRelease: message.operatorRelease ?? undefined,
      operations: message.operations.map(operation => operation.on),
    },
    closedOn: row.closed_on ?? undefined,
  }
}

export async function insertApplication(tx: Tx, id: string, message: ApplicationMessage, now: Date): Promise<void> {
  const row = {
    iin: message.iin,
    id,
    series: message.series,
    number: message.number,
    number_key: numberKey(message.number),
    kind: message.kind,
    state: 'accepted',
    version: 1,
    changed_at: now,
    ...told(tx, message, now),
  }
  await tx`insert into application ${tx(row)}`
  await addToTimeline(tx, message.iin, id, { at: row.received_at, dateOnly: false, event: 'received', actor: 'person' })
}

/** New facts under the same state. The version rises: a statement must not outlive what it was drawn up on. */
export async function updateFacts(tx: Tx, id: string, message: ApplicationMessage, now: Date): Promise<void> {
  const facts = { ...told(tx, message, now), changed_at: now }
  await tx`
    update application set ${tx(facts)}, version = version + 1 where iin = ${message.iin} and id = ${id}`
}

/** The core spoke, and nothing changed. */
export async function touchSynced(tx: Tx, iin: string, id: string, now: Date): Promise<void> {
  await tx`update application set synced_at = ${now} where iin = ${iin} and id = ${id}`
}

function told(tx: Tx, message: ApplicationMessage, now: Date) {
  return {
    contract_types: message.contractTypes,
    filed_on: message.filedOn,
    received_at: new Date(message.receivedAt),
    counterparty: message.counterparty ? tx.json(message.counterparty.name) : null,
    amount: message.amount?.value ?? null,
    purpose: message.purpose,
    operator_release: message.operatorRelease,
    synced_at: now,
    intake_digest: digestOf(message),
  }
}

export async function replaceOperations(tx: Tx, id: string, message: ApplicationMessage): Promise<void> {
  await tx`delete from operation where iin = ${message.iin} and application = ${id}`
  if (message.operations.length === 0) return
  const rows = message.operations.map((operation, i) => ({
    iin: message.iin,
    application: id,
    position: i + 1,
    done_on: operation.on,
    amount: operation.amount?.value ?? null,
    contract_type: operation.contractType,
    status: operation.status,
  }))
  await tx`insert into operation ${tx(rows)}`
}

export type Place = { readonly iin: string; readonly id: string }

/** Moves to what the core said. The decision is made; the database checks the path once more. */
export async function moveTo(tx: Tx, place: Place, word: Word, status: ReportedStatus, now: Date): Promise<void> {
  if (isEnd(status)) return close(tx, place, status, now)
  await tx`
    update application set state = ${word}, version = version + 1, changed_at = ${now}, synced_at = ${now}
     where iin = ${place.iin} and id = ${place.id}`
}

async function close(tx: Tx, place: Place, end: EndMessage, now: Date): Promise<void> {
  await tx`
    update application
       set state = ${end.is}, closed_on = ${end.on}, refusal = ${refusalOf(tx, end)},
           version = version + 1, changed_at = ${now}, synced_at = ${now}
     where iin = ${place.iin} and id = ${place.id}`
  const event = { at: almatyMidnight(end.on), dateOnly: true, event: end.is, actor: 'fund' } as const
  await addToTimeline(tx, place.iin, place.id, event)
}

function refusalOf(tx: Tx, end: EndMessage) {
  if (end.is === 'executed') return null
  const { code, text, next, appealUntil } = end.refusal
  return tx.json({ code, text, next: next ?? null, appealUntil: appealUntil ?? plusMonths(end.on, APPEAL_MONTHS) })
}
