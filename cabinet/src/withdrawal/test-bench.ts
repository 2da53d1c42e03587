// For tests: withdrawals on a real database, with a verifier whose answer and a clock whose time the test sets.
import { randomUUID } from 'node:crypto'
import { type FreshDatabase, type FreshOptions, freshDatabase } from '../database/fresh-database.ts'
import type { Sql } from '../database/sql.ts'
import { openCalendars } from '../deadlines/calendars.ts'
import { keepDeadline } from '../deadlines/keep-deadline.ts'
import { aVault } from '../evidence/test-vault.ts'
import { claimExecution } from '../intake/claim-execution.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { recordStatusEvent } from '../intake/record-status-event.ts'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { completionStore } from './completion-store.ts'
import { keepDraft } from './draft-store.ts'
import { finishUndecided } from './finish-undecided.ts'
import type { Judgement } from './settle.ts'
import { signDraft } from './sign-draft.ts'
import type { Attempt } from './signature-store.ts'
import type { StatementFacts } from './statement.ts'
import { SILENT } from './test-judgements.ts'

export const HOLD_HOURS = 24
export const CMS = Buffer.from('30030101ff', 'hex').toString('base64') // looks like one; the verifier here answers by decree
const BY = { key: 'core', request: 'r' }

/** What the completion needs beside a verifier and a clock. */
export const aCompletion = (sql: Sql) => ({ store: completionStore(sql, aVault()), newId: randomUUID })

export type Bench = Awaited<ReturnType<typeof openBench>>

/** `desk.answer` is what the verifier says, `desk.asked` how often it was asked; `clock.at` is now. */
export async function openBench(options: FreshOptions = {}) {
  const database = await freshDatabase(options)
  const { sql } = database
  const clock = { at: TODAY }
  const now = () => clock.at
  const desk = { answer: (_: Attempt): Promise<Judgement> => Promise.resolve(SILENT), asked: 0 }
  const reports: { event: string }[] = []
  const judge = (attempt: Attempt) => {
    desk.asked++
    return desk.answer(attempt)
  }
  const core = { sql, now, alarm: () => {} }
  const completion = { ...aCompletion(sql), judge, now }
  const sign = signDraft({ ...completion, holdHours: HOLD_HOURS })
  return {
    database,
    clock,
    desk,
    reports,
    answer: (judgement: Judgement) => (desk.answer = () => Promise.resolve(judgement)),
    wait: (seconds: number) => (clock.at = new Date(clock.at.getTime() + seconds * 1000)),
    prepare: (id: string) => prepare(database, id),
    sign: (draftId: string, cms = CMS) => sign({ draftId, cms, by: 'api' }),
    claim: (id: string) => claimExecution(core)(id, `claim-${id}`, BY),
    record: (id: string, event: string) =>
      recordStatusEvent(core)({ id: event, application: id, status: { is: 'executed', on: '2026-06-17' } }, BY),
    /** A round of one instance's job. */
    job: finishUndecided({ ...completion, report: (event, facts) => reports.push({ event, ...facts }) }),
  }
}

/** An accepted application with a draft under which one may sign; the id of the draft. */
async function prepare({ sql }: FreshDatabase, id: string): Promise<string> {
  const core = { sql, keepDeadline: keepDeadline(openCalendars()), now: () => TODAY, alarm: () => {} }
  await receiveApplication(core)(id, bankDetails({ number: id }), BY)
  const draft = await keepDraft(
    sql,
    aVault(),
  )({
    id: randomUUID(),
    iin: AIGERIM.iin,
    application: id,
    version: 1,
    facts: {} as StatementFacts,
    document: Buffer.from('%PDF'),
    madeAt: TODAY,
    expiresAt: new Date(TODAY.getTime() + 30 * 60_000),
  })
  if (typeof draft === 'string') throw new Error(`nothing ${draft} it`)
  return draft.id
}

/** Where an application stands, what its timeline tells, and what the audit has of its signature. */
export async function tellsOf({ database: { owner } }: Bench, id: string) {
  const [application] = await owner`select state from application where id = ${id}`
  const timeline = await owner`select event from timeline_event where application = ${id} order by position`
  const audit = await owner`
    select act || ' ' || outcome as line from audit_event
     where application = ${id} and act like 'withd%' order by position`
  return {
    state: application?.['state'],
    timeline: timeline.map(row => row['event']),
    audit: audit.map(row => row['line']),
  }
}
