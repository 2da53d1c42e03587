// A newer calendar is applied to all applications, a stretch at a time: each is whole or not done at all, so that any instance
// goes on after a crash, and two never do the same.
import { addToTimeline } from '../applications/timeline.ts'
import { recordAct } from '../audit/act.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Tell } from '../notifications/tell.ts'
import type { Calendars } from './calendars.ts'
import { recountOne } from './decide.ts'
import {
  advance,
  finishRecount,
  holdCandidates,
  nextStretch,
  type Tally,
  takeRecount,
  type Written,
  writeDeadlines,
} from './recount-store.ts'

export type RecountNeeds = {
  readonly sql: Sql
  readonly calendars: Calendars
  readonly tell: (tx: Tx) => Tell
  readonly now: () => Date
  readonly report: (event: 'calendar-recounted', facts: object) => void
}

const STRETCH = 100 // claims and signatures wait while they are held

/** False when there is nothing to do, or another instance is at it. */
export const recountStretch =
  (needs: RecountNeeds) =>
  (most = STRETCH): Promise<boolean> =>
    needs.sql.begin(async tx => {
      const progress = await takeRecount(tx)
      if (!progress) return false
      const { version, reached } = progress
      const { last, candidates } = await nextStretch(tx, reached, version, most)
      if (!last) {
        needs.report('calendar-recounted', { version, ...(await finishRecount(tx, version, needs.now())) })
        return false
      }
      const calendar = await needs.calendars.of(tx, version)
      const held = await holdCandidates(tx, candidates, version)
      const written = held.flatMap(candidate => {
        const recounted = recountOne(candidate, calendar, needs.now())
        return recounted ? { ...candidate, ...recounted } : []
      })
      await writeDeadlines(tx, written)
      for (const one of written) if (one.outcome === 'earlier') await tellOfMove(needs, tx, one)
      await advance(tx, version, last, tallyOf(written))
      return true
    })

/** All of it, unless asked to stop. */
export const recountDeadlines = (needs: RecountNeeds) => {
  const stretch = recountStretch(needs)
  return async (whole: AbortSignal): Promise<void> => {
    while (!whole.aborted && (await stretch()));
  }
}

/** In the timeline, to the person, and in the record of acts. */
async function tellOfMove({ tell, now }: RecountNeeds, tx: Tx, { iin, id, number, deadline }: Written): Promise<void> {
  const at = now()
  const { promisedOn: to, calendarVersion: version, moved } = deadline
  if (!moved) return
  const { from } = moved
  await addToTimeline(tx, iin, id, { at, dateOnly: false, event: 'deadline-moved', actor: 'system' })
  await tell(tx)(iin, { kind: 'deadline-moved', id, number, from, to, version }, at)
  const outcome = `${from} ${to} ${version}`
  await recordAct(tx, { at, act: 'deadline-moved', actor: { kind: 'system' }, iin, application: id, outcome })
}

function tallyOf(written: readonly Written[]): Tally {
  const tally = { gained: 0, earlier: 0, later: 0, same: 0 }
  for (const { outcome } of written) tally[outcome]++
  return tally
}
