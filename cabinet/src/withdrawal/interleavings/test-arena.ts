// For tests: a real PostgreSQL with many applications, each with a statement under which one may sign, and everybody who may
// want something of it. What is asked and answered is written down for the checker.
import { createHash, randomUUID } from 'node:crypto'
import { type FreshOptions, freshDatabase } from '../../database/fresh-database.ts'
import { claimExecution, releaseExecution } from '../../intake/claim-execution.ts'
import type { StatusEventMessage } from '../../intake/message.ts'
import { receiveApplication } from '../../intake/receive-application.ts'
import { recordStatusEvent } from '../../intake/record-status-event.ts'
import { bankDetails } from '../../test-applications.ts'
import { TODAY } from '../../test-authority.ts'
import { finishUndecided } from '../finish-undecided.ts'
import type { Judgement } from '../settle.ts'
import { type SignInput, signDraft } from '../sign-draft.ts'
import type { Attempt } from '../signature-store.ts'
import { aCompletion, HOLD_HOURS } from '../test-bench.ts'
import { GOOD } from '../test-judgements.ts'
import { checkHistory } from './test-check-history.ts'
import { checkOwners } from './test-check-privacy.ts'
import { checkRecord } from './test-check-record.ts'
import { type Answer, answerOfCore, answerOfSigning, type Call, type Exchange } from './test-history.ts'
import { readBooks } from './test-read-books.ts'

export type Arena = Awaited<ReturnType<typeof openArena>>

const FIRST_PERSON = 991_340_000_000 // month 13: nobody real

/** `count` applications `a-1` … of as many people, accepted, each with a draft. */
export async function openArena(count: number, options: FreshOptions = {}) {
  const database = await freshDatabase({ connections: 24, ...options })
  const { sql, owner } = database
  let ticks = 0
  const now = () => new Date(TODAY.getTime() + ticks++) // no two moments are the same, so that each line tells whose it is
  const later = { by: 0 }
  const desk = { judge: (_: Attempt): Promise<Judgement> => Promise.resolve(GOOD) }
  const completion = { ...aCompletion(sql), judge: (attempt: Attempt) => desk.judge(attempt), now }
  const signing = signDraft({ ...completion, holdHours: HOLD_HOURS })
  const inTime = () => new Date(now().getTime() + later.by)
  const job = finishUndecided({ ...completion, now: inTime, report: (event, facts) => console.error(event, facts) })
  const core = { sql, now, alarm: () => {} }
  const drafts = await fill(database, count)
  const exchanges = new Map<string, Exchange[]>()
  let moment = 0

  /** Asks, and writes down what was asked and how it was answered. */
  const ask = async (id: string, call: Call, send: () => Promise<Answer>): Promise<Answer> => {
    const asked = moment++
    const answer = await send().catch(error => {
      console.error(error)
      return { is: 'unknown' } as const
    })
    exchanges.set(id, [...(exchanges.get(id) ?? []), { call, asked, answered: moment++, answer }])
    return answer
  }
  const by = (request: string) => ({ key: 'core', request })
  const end = (word: 'executed' | 'refused') => async (id: string, event: string) => {
    const message: StatusEventMessage = { id: event, application: id, status: END[word] }
    const send = async () => answerOfCore(await recordStatusEvent(core)(message, by(event)))
    return ask(id, { is: 'end', event, word }, send)
  }
  return {
    database,
    desk,
    drafts,
    ask,
    sign: async (id: string, cms: Buffer, how: Pick<SignInput, 'by' | 'idempotencyKey'>) => {
      const draftId = drafts.get(id) ?? ''
      const call = { is: 'sign', draft: draftId, cms: hashOf(cms), key: how.idempotencyKey ?? null } as const
      return ask(id, call, async () => answerOfSigning(await signing({ draftId, cms: cms.toString('base64'), ...how })))
    },
    claim: (id: string, claim: string) =>
      ask(id, { is: 'claim', claim }, async () => answerOfCore(await claimExecution(core)(id, claim, by(claim)))),
    release: (id: string, claim: string) =>
      ask(id, { is: 'release', claim }, async () => answerOfCore(await releaseExecution(core)(id, claim, by(claim)))),
    execute: end('executed'),
    refuse: end('refused'),
    job,
    wait: (milliseconds: number) => {
      later.by += milliseconds
    },
    /** Every fault of every application; how each ended. */
    check: async () => {
      const books = await readBooks(owner)
      const faults = [...exchanges].flatMap(([id, asked]) => {
        const of = books.get(id)
        return (of ? checkHistory(asked, of) : ['it is gone']).map(fault => `${id} ${fault}`)
      })
      faults.push(...(await checkRecord(owner)), ...(await checkOwners(owner)))
      return { faults, books, ends: countOf([...drafts.keys()].map(id => books.get(id)?.state ?? 'gone')) }
    },
  }
}

const REFUSAL = { code: 'r', text: { kk: 'бас тартылды', ru: 'отказ', en: 'refused' } }
const END = {
  executed: { is: 'executed', on: '2026-06-17' },
  refused: { is: 'refused', on: '2026-06-17', refusal: REFUSAL },
} as const satisfies Record<string, StatusEventMessage['status']>

export function countOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}

export function hashOf(cms: Buffer): string {
  return createHash('sha256').update(cms).digest('hex')
}

/** Bytes that begin like a CMS; what they are worth the desk says. */
export function bytesOf(...tail: readonly number[]): Buffer {
  return Buffer.from([0x30, ...tail])
}

type Database = Awaited<ReturnType<typeof freshDatabase>>

/** One comes from the core, the others are copies of it in the tables: thousands in a moment. The draft of each. */
async function fill({ sql, owner }: Database, count: number): Promise<Map<string, string>> {
  const needs = { sql, keepDeadline: async () => {}, now: () => TODAY, alarm: () => {} }
  const message = bankDetails({ iin: String(FIRST_PERSON), number: 'a-0' })
  await receiveApplication(needs)('a-0', message, { key: 'core', request: randomUUID() })
  await owner`
    insert into application_directory (id, iin, series, number)
    select 'a-' || n, (${FIRST_PERSON}::bigint + n)::text, series, 'a-' || n
      from application_directory, generate_series(1, ${count}::integer) n`
  await owner`
    insert into application
    select (jsonb_populate_record(a, jsonb_build_object('id', 'a-' || n, 'iin', (${FIRST_PERSON}::bigint + n)::text,
             'number', 'a-' || n, 'number_key', 'a' || n))).*
      from application a, generate_series(1, ${count}::integer) n`
  const drafts = await owner<{ application: string; id: string }[]>`
    insert into withdrawal_draft (id, iin, application, application_version, facts, document, sha256, made_at, expires_at)
    select gen_random_uuid(), iin, id, version, '{}', '\\x25504446', sha256('\\x25504446'), ${TODAY}::timestamptz,
           ${TODAY}::timestamptz + interval '30 minutes'
      from application where id <> 'a-0'
    returning application, id`
  await owner`
    insert into audit_event (at, act, actor_kind, actor, iin, application, outcome)
    select ${TODAY}, 'application-received', 'core', 'core', iin, id, 'accepted' from application where id <> 'a-0'
    union all select ${TODAY}, 'draft-made', 'person', null, iin, application, id::text from withdrawal_draft`
  return new Map(drafts.map(({ application, id }) => [application, id]))
}
