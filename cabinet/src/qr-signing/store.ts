// Operations: each step is one conditional update, so that of two who come at once exactly one makes it.
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Operation, OperationFacts } from './operation.ts'
import { type OperationRow, toOperation } from './operation-row.ts'
import type { QrDocument } from './purpose.ts'

export type NewOperation = OperationFacts & {
  readonly id: string
  readonly starter: string
  readonly documents: readonly QrDocument[]
}

export const keepOperation =
  (sql: Sql, hash: KeyedHash) =>
  async (operation: NewOperation): Promise<void> => {
    const { purpose, language, confirmation, next = null, expected = null, draft = null } = operation
    const { madeAt, expiresAt } = operation
    const id = hash.one(operation.id)
    await sql.begin(async tx => {
      await tx`
        insert into qr_operation
          (id, starter, purpose, language, confirmation, next, expected, draft, made_at, expires_at)
        values (${id}, ${hash.one(operation.starter)}, ${purpose}, ${language}, ${confirmation}, ${next}, ${expected},
          ${draft}, ${madeAt}, ${expiresAt})`
      for (const { id: number, title, meta, mime, bytes } of operation.documents)
        await tx`
          insert into qr_document (operation, id, title, meta, mime, bytes)
          values (${id}, ${number}, ${tx.json(title)}, ${tx.json(meta)}, ${mime}, ${bytes})`
    })
  }

/** For the phone, which knows the id. With a starter: for the browser that began it, and for no other. */
export const findOperation =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, starter?: string): Promise<Operation | undefined> =>
    selectOperation(sql, hash.all(id), starter === undefined ? sql`` : sql`and o.starter in ${sql(hash.all(starter))}`)

/** A statement's, for the person whose it is, in whatever browser they are signed in. */
export const findOperationOf =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, person: Iin): Promise<Operation | undefined> =>
    selectOperation(sql, hash.all(id), sql`and o.draft is not null and o.expected = ${person}`)

/** While a signature under the draft is being looked at nothing is decided; one that is held is. */
async function selectOperation(sql: Sql, ids: readonly Uint8Array[], and: ReturnType<Sql>) {
  const [row] = await sql<OperationRow[]>`
    select o.*,
           (select coalesce(json_agg(json_build_object('id', d.id, 'title', d.title, 'meta', d.meta, 'mime', d.mime,
                     'bytes', encode(d.bytes, 'base64')) order by d.id), '[]')
              from qr_document d where d.operation = o.id) as documents,
           o.draft is not null and not exists (
             select from withdrawal_draft w join application a on a.iin = w.iin and a.id = w.application
              where w.id = o.draft and w.application_version = a.version and w.stopped_at is null
                and (a.state = 'accepted' or (a.state = 'withdrawing' and not exists (
                  select from withdrawal_signature s
                   where s.iin = a.iin and s.id = a.signature and s.held_at is not null)))) as overtaken
      from qr_operation o
     where o.id in ${sql([...ids])} ${and}`
  return row && toOperation(row)
}

/** API №1 was asked for. The second time is no mistake; by the link of the page it may become one of the same device. */
export const markScanned =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, sameDevice: boolean, now: Date): Promise<void> => {
    await sql`
      update qr_operation set state = 'scanned', scanned_at = coalesce(scanned_at, ${now}),
             same_device = same_device or ${sameDevice}
       where id in ${sql(hash.all(id))} and state in ('waiting', 'scanned') and expires_at > ${now}`
  }

/** What came of it. `at`: when the phone's answer arrived; how long the check took does not count against the person. */
export type Ended = { readonly id: string; readonly at: Date }

/**
 * True when this signature is the one that counts. Of a statement it has had its effect by now, so that it counts also
 * when somebody ended the code meanwhile.
 */
export const recordSigned =
  (tx: Tx, hash: KeyedHash) =>
  async ({ id, at }: Ended, answer: string, signer: Iin): Promise<boolean> => {
    const { count } = await tx`
      update qr_operation set state = 'signed', ended_at = ${at}, answer = ${Buffer.from(answer, 'hex')}, signer = ${signer},
             problem = null
       where id in ${tx(hash.all(id))} and expires_at > ${at}
         and (state = 'scanned' or (draft is not null and state in ('cancelled', 'declined', 'failed')))`
    return count === 1
  }

export const recordFailed =
  (tx: Tx, hash: KeyedHash) =>
  async ({ id, at }: Ended, answer: string, problem: string): Promise<boolean> => {
    const { count } = await tx`
      update qr_operation set state = 'failed', ended_at = ${at}, answer = ${Buffer.from(answer, 'hex')},
             problem = ${problem}
       where id in ${tx(hash.all(id))} and state = 'scanned' and expires_at > ${at}`
    return count === 1
  }

export const recordDeclined =
  (tx: Tx, hash: KeyedHash) =>
  async ({ id, at }: Ended): Promise<boolean> => {
    const { count } = await tx`
      update qr_operation set state = 'declined', ended_at = ${at}, problem = null
       where id in ${tx(hash.all(id))} and state = 'scanned' and expires_at > ${at}`
    return count === 1
  }

/** The signature could not be checked just now; it may be sent again. */
export const noteProblem =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, problem: string): Promise<void> => {
    await sql`update qr_operation set problem = ${problem} where id in ${sql(hash.all(id))} and state = 'scanned'`
  }

export const recordCancelled =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, starter: string, now: Date): Promise<void> => {
    await sql`
      update qr_operation set state = 'cancelled', ended_at = ${now}, problem = null
       where id in ${sql(hash.all(id))} and starter in ${sql(hash.all(starter))} and state in ('waiting', 'scanned')`
  }

/** By the person whose statement it is. */
export const recordCancelledOf =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, person: Iin, now: Date): Promise<void> => {
    await sql`
      update qr_operation set state = 'cancelled', ended_at = ${now}, problem = null
       where id in ${sql(hash.all(id))} and draft is not null and expected = ${person}
         and state in ('waiting', 'scanned')`
  }

/** A new code for a statement ends the ones before. */
export const cancelAllOf =
  (sql: Sql) =>
  async (draft: string, now: Date): Promise<void> => {
    await sql`
      update qr_operation set state = 'cancelled', ended_at = ${now}, problem = null
       where draft = ${draft} and state in ('waiting', 'scanned')`
  }

/** Whose signature it was, once: for the browser that began, for that purpose, while it may be gone on with. */
export const recordCompleted =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, starter: string, purpose: string, life: { now: Date; signedSince: Date }): Promise<boolean> => {
    const { count } = await sql`
      update qr_operation set state = 'completed', completed_at = ${life.now}
       where id in ${sql(hash.all(id))} and starter in ${sql(hash.all(starter))} and purpose = ${purpose}
         and state = 'signed' and ended_at > ${life.signedSince}`
    return count === 1
  }

/** What follows was refused for the moment only: the signature is there to go on with, for as long as it would have been. */
export const recordTakenBack =
  (sql: Sql, hash: KeyedHash) =>
  async (id: string, starter: string): Promise<void> => {
    await sql`
      update qr_operation set state = 'signed', completed_at = null
       where id in ${sql(hash.all(id))} and starter in ${sql(hash.all(starter))} and state = 'completed'`
  }

/** What is over is not kept: called now and then by the housekeeping. Its documents go with it. */
export const forgetOperations =
  (sql: Sql) =>
  async (now: Date): Promise<void> => {
    await sql`delete from qr_operation where expires_at < ${new Date(now.getTime() - 3_600_000)}`
  }
