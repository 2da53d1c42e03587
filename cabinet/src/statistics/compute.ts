// Computes how long applications took, once an hour, by whichever instance comes first.
import { setImmediate as others } from 'node:timers/promises'
import { KIND_IDS, type KindId, kindOf } from '../applications/kinds.ts'
import { almatyDate, plusDays } from '../calendar/almaty.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { spreadOf } from './decide.ts'
import { readDecided, readRepeats, replaceStatistics, takeRound } from './store.ts'
import { type Usual, WINDOW_DAYS } from './usual.ts'

const EVERY = 3_600_000 // ms

type Needs = {
  readonly sql: Sql
  readonly calendar: (tx: Tx) => Promise<Calendar>
  readonly now: () => Date
}

/** The number of kinds that have figures now; undefined when nothing was to be done, or another instance is at it. */
export const computeStatistics =
  ({ sql, calendar, now }: Needs) =>
  (): Promise<number | undefined> =>
    sql.begin(async tx => {
      const at = now()
      if (!(await takeRound(tx, at, EVERY))) return undefined
      const until = almatyDate(at)
      const span = { since: plusDays(until, 1 - WINDOW_DAYS), until }
      const cutoffs = KIND_IDS.flatMap(kind => kindOf(kind).deadline?.cutoff ?? [])
      const [decided, repeats, days] = await Promise.all([
        readDecided(tx, span, cutoffs),
        readRepeats(tx, span),
        calendar(tx),
      ])
      const all = new Map<KindId, Usual>()
      for (const kind of KIND_IDS) {
        await others() // requests come between: a busy kind takes a tenth of a second
        const spread = spreadOf(decided.get(kind) ?? [], kindOf(kind).deadline, days)
        if (!spread) continue
        const persons = Math.max(0, spread.cases - (repeats.get(kind) ?? spread.cases))
        all.set(kind, { ...spread, persons, ...span, computedAt: at })
      }
      await replaceStatistics(tx, all)
      return all.size
    })
