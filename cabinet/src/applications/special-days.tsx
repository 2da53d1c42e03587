// What is special about the days of a term, each told in words: which do not count and why, which count though nobody would think so.
import type { DeadlinePolicy } from '../calendar/policy.ts'
import { formatDayOfMonth, weekdayName } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import type { Frame } from '../web/page.tsx'
import { type Run, runsOf } from './strip.ts'
import type { CountedDay } from './view.ts'

type Props = { readonly frame: Frame; readonly policy: DeadlinePolicy; readonly days: readonly CountedDay[] }

export function SpecialDays({ frame, policy, days }: Props) {
  const t = frame.t.deadline.special
  const skipped = days.filter(day => !day.counts)
  const counted = days.filter(day => day.counts && day.why === 'transferred-work')
  return (
    <>
      <Days frame={frame} title={t.skipped} days={skipped} policy={policy} />
      <Days frame={frame} title={t.counted} days={counted} policy={policy} />
    </>
  )
}

function Days({ frame, title, days, policy }: Props & { readonly title: string }) {
  if (days.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {gathered(runsOf(days)).map(runs => (
          <li>
            {runs.map(run => when(run, frame.language)).join(', ')}: {why(frame, runs[0]?.day, policy)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Weekends are told in one line; everything else for itself. */
function gathered(runs: readonly Run[]): Run[][] {
  const weekends = runs.filter(({ day }) => day.why === 'weekend')
  const others = runs.filter(({ day }) => day.why !== 'weekend').map(run => [run])
  return weekends.length === 0 ? others : [...others, weekends]
}

/** «16 маусым, сейсенбі» for a day that is told for itself, «20–21 маусым» for several. */
function when({ day, from, to }: Run, language: Language): string {
  const [first, last] = [formatDayOfMonth(from, language), formatDayOfMonth(to, language)]
  if (from === to) return day.why === 'weekend' ? first : `${first}, ${weekdayName(from, language)}`
  return from.slice(0, 7) === to.slice(0, 7) ? `${Number(from.slice(8))}–${last}` : `${first} — ${last}`
}

function why({ language, t }: Frame, day: CountedDay | undefined, policy: DeadlinePolicy): string {
  const words = t.deadline.special
  const name = day?.name?.[language] ?? ''
  const instead = day?.instead ? formatDayOfMonth(day.instead, language) : undefined
  switch (day?.why) {
    case 'weekend':
      return words.weekend
    case 'holiday':
      return instead ? words.madeUpFor(name, instead) : name
    case 'religious':
      return name
    case 'transferred-off':
      return words.transferredOff(instead ?? '')
    case 'transferred-work':
      return words.transferredWork(instead ?? '')
    case 'before-start':
      return policy.cutoff && policy.firstDay === 'sameDay' ? words.afterCutoff(policy.cutoff) : words.receipt
    default:
      return words.movedTo
  }
}
