// An application arrives from the core, for the first time or again. Idempotent: a repeat changes nothing.
import type { State } from '../applications/application.ts'
import type { ApplicationRow } from '../applications/application-row.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeepDeadline } from '../deadlines/keep-deadline.ts'
import type { CoreProblem } from './core-problem-codes.ts'
import { decideIntake } from './decide.ts'
import { type ApplicationMessage, endOn, isEnd, reportedWord } from './message.ts'
import { noteChange } from './note-change.ts'
import {
  changeOf,
  digestOf,
  enterDirectory,
  factChangeOf,
  findInDirectory,
  insertApplication,
  known,
  lockApplication,
  moveTo,
  replaceOperations,
  touchSynced,
  updateFacts,
} from './store.ts'
import { tellFacts, tellNews } from './tell-news.ts'

export type CoreNeeds = {
  readonly sql: Sql
  readonly now: () => Date
  readonly alarm: (facts: { application: string; problem: CoreProblem; state: State }) => void
}

type ReceiveNeeds = CoreNeeds & { readonly keepDeadline: KeepDeadline }

export type CoreCaller = { readonly key: string; readonly request: string }

export type CoreOutcome =
  | { readonly kind: 'created' | 'changed' | 'unchanged'; readonly state: State }
  | { readonly kind: 'refused'; readonly problem: CoreProblem; readonly state?: State }

export const receiveApplication =
  (needs: ReceiveNeeds) =>
  (id: string, message: ApplicationMessage, by: CoreCaller): Promise<CoreOutcome> =>
    needs.sql.begin(async tx => {
      if (await enterDirectory(tx, id, message)) return create(needs, tx, { id, message, by })
      const entered = await findInDirectory(tx, id)
      if (!entered) return { kind: 'refused', problem: 'number-taken' }
      const { iin, series, number } = entered
      if (iin !== message.iin || series !== message.series || number !== message.number)
        return { kind: 'refused', problem: 'identity-changed' }
      const row = await lockApplication(tx, iin, id)
      if (!row) return create(needs, tx, { id, message, by })
      return receiveAgain(needs, tx, row, message, by)
    })

type Arrival = { readonly id: string; readonly message: ApplicationMessage; readonly by: CoreCaller }

async function create(needs: ReceiveNeeds, tx: Tx, { id, message, by }: Arrival): Promise<CoreOutcome> {
  const { iin, number, kind } = message
  const receivedAt = new Date(message.receivedAt)
  const now = needs.now()
  await insertApplication(tx, id, message, now)
  await replaceOperations(tx, id, message)
  await needs.keepDeadline(tx, { iin, id, kind, receivedAt }, now)
  const word = reportedWord(message.status)
  if (word !== 'accepted') await moveTo(tx, { iin, id }, word, message.status, now)
  await noteChange(tx, { act: 'application-received', iin, application: id, state: word, by, at: now })
  const change = { kind, before: undefined, after: word, receivedAt, closedOn: endOn(message.status) }
  await tellNews(tx, { iin, id, number }, change, now)
  return { kind: 'created', state: word }
}

async function receiveAgain(
  needs: ReceiveNeeds,
  tx: Tx,
  row: ApplicationRow,
  message: ApplicationMessage,
  by: CoreCaller,
) {
  const now = needs.now()
  const ruling = ruleOn(row, message)
  if (ruling.kind === 'refuse') {
    if (ruling.alarm) await raise(needs, tx, { row, problem: ruling.problem, by })
    return { kind: 'refused', problem: ruling.problem, state: row.state } as const
  }
  const sameFacts = digestOf(message).equals(row.intake_digest)
  if (sameFacts && ruling.kind === 'keep') {
    await touchSynced(tx, row.iin, row.id, now)
    return { kind: 'unchanged', state: row.state } as const
  }
  if (!sameFacts) await replaceFacts(needs, tx, row, message)
  if (ruling.kind === 'move') {
    await moveTo(tx, row, ruling.to, message.status, now)
    await tellNews(tx, row, changeOf(row, ruling.to, message.status), now)
  }
  const state = ruling.kind === 'move' ? ruling.to : row.state
  await noteChange(tx, { act: 'application-changed', iin: row.iin, application: row.id, state, by, at: now })
  return { kind: 'changed', state } as const
}

/** Told of what is news among them, unless this very message ends the application: then that is told. */
async function replaceFacts(needs: ReceiveNeeds, tx: Tx, row: ApplicationRow, message: ApplicationMessage) {
  const now = needs.now()
  const change = await factChangeOf(tx, row, message)
  await updateFacts(tx, row.id, message, now)
  await replaceOperations(tx, row.id, message)
  await keepDeadlineOf(needs, tx, row, message)
  const ends = isEnd(message.status) && message.status.is !== row.state
  if (!ends) await tellFacts(tx, row, change, now)
}

/** Counted anew only from another moment of receipt: else an earlier promise would be lost. The kind does not change. */
async function keepDeadlineOf(needs: ReceiveNeeds, tx: Tx, row: ApplicationRow, message: ApplicationMessage) {
  const { iin, id, kind } = row
  const receivedAt = new Date(message.receivedAt)
  if (receivedAt.getTime() === row.received_at.getTime()) return
  await needs.keepDeadline(tx, { iin, id, kind, receivedAt }, needs.now())
}

/** What a signed statement names stays as it was named. */
function ruleOn(row: ApplicationRow, message: ApplicationMessage) {
  const otherDay = row.filed_on !== message.filedOn
  if (row.kind !== message.kind || (row.state === 'withdrawn' && otherDay))
    return { kind: 'refuse', problem: 'identity-changed', alarm: false } as const
  if (row.state === 'withdrawing' && otherDay)
    return { kind: 'refuse', problem: 'withdrawal-being-checked', alarm: false } as const // it may count again in a moment
  return decideIntake(known(row), { word: reportedWord(message.status), on: endOn(message.status) })
}

type Contradiction = { readonly row: ApplicationRow; readonly problem: CoreProblem; readonly by: CoreCaller }

/** Kept in the audit and told aloud: a person of the fund must look. */
export async function raise(needs: CoreNeeds, tx: Tx, { row, problem, by }: Contradiction): Promise<void> {
  await recordAct(tx, {
    at: needs.now(),
    act: 'core-contradiction',
    actor: { kind: 'core', key: by.key },
    iin: row.iin,
    application: row.id,
    outcome: `${problem} ${row.state}`,
    request: by.request,
  })
  needs.alarm({ application: row.id, problem, state: row.state })
}
