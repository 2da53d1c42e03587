// Once a day the new evidence gets a root, and the root a time stamp; a stamp is renewed before its authority's certificate ends.
// One instance at a time; a silent authority is asked again in the next round, and after a day somebody is told.
import type { Sql, Tx } from '../database/sql.ts'
import type { Ask } from '../signatures/ask.ts'
import type { TaskOutcome } from '../signatures/pool.ts'
import { type GoodStamp, type RefusedStamp, type StampReply, stampRequestOn } from '../signatures/stamp-octets.ts'
import { leafHash, nameOf, openTree } from './merkle.ts'
import { BEGINNING, headOf, linkTo, stampedBy } from './root.ts'
import { isEndNear, isLonger, isRootDue, isStampMissed, renewedUntil, waitedFor } from './root-rules.ts'
import {
  addRoot,
  addStamp,
  type Group,
  groupsThatCameLate,
  groupsWithoutRoot,
  type KeptRoot,
  type Leaf,
  lastRoot,
  letGo,
  rootsToStamp,
  takeLease,
  type Unstamped,
} from './root-store.ts'

export type KeepRootsNeeds = {
  readonly sql: Sql
  readonly timestamp: Ask | undefined // undefined: there is no authority of time, and roots stay without stamps
  readonly judgeStamp: (reply: StampReply) => Promise<TaskOutcome<GoodStamp | RefusedStamp>>
  readonly timeoutMs: number
  readonly report: (level: 'info' | 'warn' | 'error', event: string, facts: Readonly<Record<string, unknown>>) => void
  readonly now: () => Date
}

/** What one instance does not do again every minute. */
type Pauses = { renewal: number; search: number } // until when

export const keepRoots = (needs: KeepRootsNeeds) => {
  const pauses: Pauses = { renewal: 0, search: 0 }
  return async (): Promise<void> => {
    const { sql, now } = needs
    const ours = await takeLease(sql, now())
    if (!ours) return
    try {
      await makeRoot(needs, pauses)
    } finally {
      await stampRoots(needs, pauses).finally(() => letGo(sql, ours, now())) // also when no root could be made
    }
  }
}

const MOST_LEAVES = 20_000

const SEARCH_PAUSE = 30 * 60_000 // the search goes through the whole directory
const SEARCH_MOST_MS = 120_000 // longer than the service lets others ask, shorter than the lease

async function makeRoot({ sql, now, report }: KeepRootsNeeds, pauses: Pauses): Promise<void> {
  if (now().getTime() < pauses.search) return
  const made = await sql.begin(async tx => {
    const last = await lastRoot(tx)
    const isDue = isRootDue(last && { madeAt: last.madeAt, isFull: last.leaves >= MOST_LEAVES }, now())
    if (!isDue) return undefined
    await tx`select set_config('statement_timeout', ${String(SEARCH_MOST_MS)}, true)`
    pauses.search = now().getTime() + SEARCH_PAUSE // unless something is found
    const leaves = await newLeaves(tx, now())
    const root = rootAfter(last, leaves, now())
    if (root) await addRoot(tx, root, leaves)
    return root
  })
  if (!made) return
  pauses.search = 0
  report('info', 'evidence-root-made', { ordinal: String(made.ordinal), withdrawals: made.leaves, head: headOf(made) })
}

/** Of withdrawals without any, and of what came late to others; by their numbers, as the tree is made again from them. */
async function newLeaves(tx: Tx, now: Date): Promise<readonly Leaf[]> {
  const first = await groupsWithoutRoot(tx, waitedFor(now), MOST_LEAVES)
  const late = await groupsThatCameLate(tx, MOST_LEAVES - first.length)
  return [...first, ...late].toSorted((a, b) => Number(BigInt(a.ordinal) - BigInt(b.ordinal))).map(leafOf)
}

function leafOf({ registration, ordinal, pieces }: Group): Leaf {
  const kept = pieces.map(one => ({ ...one, sha256: Buffer.from(one.sha256, 'hex') }))
  return { registration, ordinal, pieces: pieces.map(nameOf), hash: leafHash(registration, kept) }
}

function rootAfter(last: KeptRoot | undefined, leaves: readonly Leaf[], madeAt: Date): KeptRoot | undefined {
  const tree = openTree()
  for (const { hash } of leaves) tree.add(Buffer.from(hash))
  const root = tree.root()
  const previous = last ? linkTo(last) : BEGINNING
  return root && { ordinal: (last?.ordinal ?? 0n) + 1n, leaves: leaves.length, root, previous, madeAt }
}

const MOST_STAMPS = 20 // of one round; the others come a minute later
const RENEWAL_PAUSE = 6 * 3_600_000 // before the authority is asked again whether its certificate is a new one
const ENDS_NO_LATER = 'ends-no-later'

async function stampRoots(needs: KeepRootsNeeds, pauses: Pauses): Promise<void> {
  const { timestamp: ask, now } = needs
  if (!ask) return
  const until = now().getTime() < pauses.renewal ? new Date(0) : renewedUntil(now())
  for (const unstamped of await rootsToStamp(needs.sql, until, MOST_STAMPS)) {
    const why = await stampRoot(needs, ask, unstamped)
    if (why === undefined) continue
    if (why === ENDS_NO_LATER) pauses.renewal = now().getTime() + RENEWAL_PAUSE // those after it end later still
    complain(needs, unstamped, why)
    return // who is silent once is not asked twenty times
  }
}

/** Why there is no stamp; undefined when there is. */
async function stampRoot(needs: KeepRootsNeeds, ask: Ask, { root, before }: Unstamped): Promise<string | undefined> {
  const { request, ...asked } = stampRequestOn(stampedBy(root, before))
  const answer = await ask(request, AbortSignal.timeout(needs.timeoutMs))
  if (answer.kind === 'silent') return answer.why
  const judged = await needs.judgeStamp({ ...asked, ...answer.value })
  if (judged.kind !== 'done') return judged.kind
  if (judged.value.kind === 'refused') return judged.value.why
  const { proof, until } = judged.value
  if (before && !isLonger(until, before.until)) return ENDS_NO_LATER
  const generation = (before?.generation ?? 0) + 1
  await addStamp(needs.sql, { tree: root.ordinal, generation, ...proof, until })
  needs.report('info', 'evidence-root-stamped', { ordinal: String(root.ordinal), generation, head: headOf(root) })
  return undefined
}

function complain({ report, now }: KeepRootsNeeds, { root, before }: Unstamped, why: string): void {
  const isMissed = before ? isEndNear(before.until, now()) : isStampMissed(root.madeAt, now())
  const event = before ? 'evidence-stamp-not-renewed' : 'evidence-root-not-stamped'
  report(isMissed ? 'error' : 'warn', event, { ordinal: String(root.ordinal), since: root.madeAt.toISOString(), why })
}
