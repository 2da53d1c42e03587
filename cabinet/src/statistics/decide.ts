// How long applications of one kind really took, and what of that may be published. Pure.
import { type Calendar, workingDaysBetween } from '../calendar/calendar.ts'
import { type DeadlinePolicy, WORKING_DAYS_10 } from '../calendar/policy.ts'
import { countTerm } from '../calendar/term.ts'

/** So many applications alike: received on one day, on one side of the cut-off, and decided on one day. */
export type Decided = { readonly receivedAt: Date; readonly closedOn: string; readonly cases: number }

/** So many were decided within so many days: the fewest days that are enough for the part asked. */
type Within = { readonly days: number; readonly cases: number }

/** What is computed, and never leaves the service as it is. */
export type Spread = {
  readonly cases: number
  readonly half: Within
  readonly nineTenths: Within
  readonly inTime: number | undefined // undefined where no term is set
}

/** `undefined` when nothing was decided. Days are counted as the term is: from the same first day, in the same unit. */
export function spreadOf(
  decided: readonly Decided[],
  policy: DeadlinePolicy | undefined,
  calendar: Calendar,
): Spread | undefined {
  const byDays = new Map<number, number>()
  let inTime = 0
  for (const { receivedAt, first, closedOn, cases } of alike(decided, policy ?? WORKING_DAYS_10, calendar)) {
    const days = daysBetween(policy ?? WORKING_DAYS_10, first, closedOn, calendar)
    byDays.set(days, (byDays.get(days) ?? 0) + cases)
    const term = policy && countTerm(policy, receivedAt, calendar)
    if (term && closedOn <= term.date) inTime += cases
  }
  const cases = [...byDays.values()].reduce((sum, count) => sum + count, 0)
  if (cases === 0) return undefined
  const sorted = [...byDays].sort(([a], [b]) => a - b)
  return { cases, half: within(sorted, cases, 5), nineTenths: within(sorted, cases, 9), inTime: policy && inTime }
}

type Alike = Decided & { readonly first: string }

/** Those with the same first day and the same last one took equally long: together they are few. What lies past the calendar is left out. */
function alike(decided: readonly Decided[], policy: DeadlinePolicy, calendar: Calendar): Iterable<Alike> {
  const groups = new Map<string, Alike>()
  for (const one of decided) {
    const first = firstDay(policy, one.receivedAt, calendar)
    if (!first) continue
    const key = `${first} ${one.closedOn}`
    groups.set(key, { ...one, first, cases: one.cases + (groups.get(key)?.cases ?? 0) })
  }
  return groups.values()
}

function firstDay(policy: DeadlinePolicy, receivedAt: Date, calendar: Calendar): string | undefined {
  return countTerm({ ...policy, n: 1, ifDayOff: 'keep' }, receivedAt, calendar)?.date
}

/** The first day that counts is day 1. Whatever is decided before it began took a day. */
export function daysTaken(
  policy: DeadlinePolicy,
  receivedAt: Date,
  closedOn: string,
  calendar: Calendar,
): number | undefined {
  const first = firstDay(policy, receivedAt, calendar)
  return first === undefined ? undefined : daysBetween(policy, first, closedOn, calendar)
}

function daysBetween({ unit }: DeadlinePolicy, first: string, closedOn: string, calendar: Calendar): number {
  const after = unit === 'workingDay' ? workingDaysBetween(calendar, first, closedOn) : dates(first, closedOn)
  return Math.max(1, 1 + after)
}

function dates(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** In how many days at least so many tenths were decided. */
function within(sorted: readonly (readonly [days: number, cases: number])[], all: number, tenths: number): Within {
  let cases = 0
  for (const [days, count] of sorted) {
    cases += count
    if (cases * 10 >= all * tenths) return { days, cases }
  }
  throw new Error('there are fewer cases than there are')
}

/** What anybody may read. Lower bounds only: no count of few persons can be told from them, nor from their difference. */
export type Published = {
  readonly atLeast: number // applications counted, rounded down to tens
  readonly nineTenths: number | undefined // at least nine of ten took so many days or fewer
  readonly half: number | undefined
  readonly inTime: number | undefined // at least so many of ten were decided in time; 0: fewer than one
}

/** `least`: so many persons stand behind every figure, and behind each end of a split (docs/decisions/0014). */
export function publish(
  { persons, cases, half, nineTenths, inTime }: Spread & { readonly persons: number },
  least: number,
): Published | undefined {
  const enough = least + cases - persons // of so many cases that many are of different persons, however the others repeat
  if (cases < enough) return undefined
  return {
    atLeast: Math.floor(cases / 10) * 10,
    nineTenths: nineTenths.cases < enough ? undefined : nineTenths.days,
    half: half.cases < enough || half.days === nineTenths.days ? undefined : half.days,
    inTime: inTime === undefined ? undefined : publishShare(inTime, cases, enough),
  }
}

/** Of ten, rounded down and at most nine: "ten of ten" would tell of every single person. */
function publishShare(inTime: number, cases: number, enough: number): number | undefined {
  const tenths = Math.min(9, Math.floor((inTime * 10) / cases))
  if (inTime < enough) return undefined
  const fewLate = cases - inTime < enough
  return fewLate && tenths < 9 ? undefined : tenths
}
