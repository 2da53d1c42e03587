// The tables of statistics, and the decided applications that they are computed from.
import type { KindId } from '../applications/kinds.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Decided } from './decide.ts'
import type { Usual } from './usual.ts'

/** Of several instances, and within `everyMs`, one gets the round. It is taken when the transaction commits. */
export async function takeRound(tx: Tx, at: Date, everyMs: number): Promise<boolean> {
  const due = new Date(at.getTime() - everyMs)
  const taken = await tx`
    update statistics_round set begun_at = ${at}
     where one in (select one from statistics_round where begun_at <= ${due} for update skip locked) returning one`
  return taken.length === 1
}

type Span = { readonly since: string; readonly until: string }

/**
 * Executed and refused ones by kind, in groups whose members take equally long whatever the rule: Almaty's distance to UTC
 * has always been whole hours, so a group of one hour is of one day there, and the cut-offs part the hour.
 */
export async function readDecided(tx: Tx, { since, until }: Span, cutoffs: readonly string[]) {
  const rows = await tx<{ kind: string; received_at: Date; closed_on: string; cases: number }[]>`
    select kind, closed_on, min(received_at) as received_at, count(*)::int as cases
      from application where closed_on between ${since} and ${until}
     group by kind, closed_on, date_trunc('hour', received_at, 'UTC'),
              width_bucket(extract(epoch from received_at - date_trunc('hour', received_at, 'UTC'))::int,
                           ${[...secondsAfter(cutoffs)]}::int[])`
  const byKind = new Map<string, Decided[]>()
  for (const { kind, received_at: receivedAt, closed_on: closedOn, cases } of rows) {
    const decided = byKind.get(kind) ?? []
    decided.push({ receivedAt, closedOn, cases }) // tens of thousands: no new array for each
    byKind.set(kind, decided)
  }
  return byKind
}

/** By kind, how many of them are not the first of their person. */
export async function readRepeats(tx: Tx, { since, until }: Span): Promise<ReadonlyMap<string, number>> {
  const rows = await tx<{ kind: string; repeats: number }[]>`
    select kind, (count(*) - count(distinct iin))::int as repeats
      from application where closed_on between ${since} and ${until} group by kind`
  return new Map(rows.map(({ kind, repeats }) => [kind, repeats]))
}

/** '17:30': what comes in a second that begins after it is late; the second of 17:30:00 itself is not. */
function secondsAfter(cutoffs: readonly string[]): number[] {
  return [...new Set(cutoffs.map(cutoff => Number(cutoff.slice(3, 5)) * 60 + 1))].sort((a, b) => a - b)
}

type Row = {
  readonly kind: string
  readonly since: string
  readonly until: string
  readonly computed_at: Date
  readonly cases: number
  readonly persons: number
  readonly half_days: number
  readonly half_cases: number
  readonly nine_tenths_days: number
  readonly nine_tenths_cases: number
  readonly in_time: number | null
}

/** Instead of all that were there: a kind of which nothing was decided has no row. */
export async function replaceStatistics(tx: Tx, all: ReadonlyMap<KindId, Usual>): Promise<void> {
  await tx`delete from kind_statistics`
  const rows: Row[] = [...all].map(([kind, usual]) => ({
    kind,
    since: usual.since,
    until: usual.until,
    computed_at: usual.computedAt,
    cases: usual.cases,
    persons: usual.persons,
    half_days: usual.half.days,
    half_cases: usual.half.cases,
    nine_tenths_days: usual.nineTenths.days,
    nine_tenths_cases: usual.nineTenths.cases,
    in_time: usual.inTime ?? null,
  }))
  if (rows.length > 0) await tx`insert into kind_statistics ${tx(rows)}`
}

export const readUsual =
  (sql: Sql) =>
  async (kind: KindId): Promise<Usual | undefined> => {
    const [row] = await sql<Row[]>`select * from kind_statistics where kind = ${kind}`
    return row && toUsual(row)
  }

function toUsual(row: Row): Usual {
  return {
    cases: row.cases,
    persons: row.persons,
    half: { days: row.half_days, cases: row.half_cases },
    nineTenths: { days: row.nine_tenths_days, cases: row.nine_tenths_cases },
    inTime: row.in_time ?? undefined,
    since: row.since,
    until: row.until,
    computedAt: row.computed_at,
  }
}
