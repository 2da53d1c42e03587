// The steps of one application: those behind it, the one it is in, those that usually follow. Pure.
import { almatyDate } from '../calendar/almaty.ts'
import type { Application, Status } from './application.ts'
import { type Doer, type ExpectedStep, type Going, type NextStep, ROADS, roadOf } from './road.ts'
import type { Details, TimelineItem } from './view.ts'

export type Step =
  | { readonly is: 'done'; readonly item: TimelineItem }
  | { readonly is: 'now'; readonly what: Going; readonly by: Doer }
  | { readonly is: 'ahead'; readonly what: NextStep; readonly by: Doer; readonly until: string | undefined }

type Known = Pick<Details, 'row' | 'timeline' | 'deadline' | 'signature' | 'asOf'>

export function stepsOf(details: Known): Step[] {
  const { application } = details.row
  const going = goingOn(application)
  return [
    ...details.timeline.map(item => ({ is: 'done', item }) as const),
    ...(going ? [{ is: 'now', ...going } as const] : []),
    ...ahead(details).map(step => ({ is: 'ahead', ...step }) as const),
  ]
}

const BY_STATUS: Readonly<Partial<Record<Status['is'], { what: Going; by: Doer }>>> = {
  accepted: { what: 'accepted', by: 'fund' },
  executing: { what: 'executing', by: 'fund' },
  withdrawing: { what: 'withdrawing', by: 'system' },
  unclear: { what: 'unclear', by: 'fund' },
}

function goingOn(application: Application): { readonly what: Going; readonly by: Doer } | undefined {
  const { status, operatorRelease } = application
  if (status.is !== 'executed') return BY_STATUS[status.is]
  if (!isWithOperator(application)) return undefined
  return { what: operatorRelease === 'no' ? 'not-released' : 'release-unknown', by: 'operator' }
}

/** Executed by the fund, and not yet by the operator, as far as we were told: it is the operator's turn (O-09). */
export function isWithOperator({ kind, status, operatorRelease }: Application): boolean {
  const told = operatorRelease === 'no' || operatorRelease === 'unknown'
  return status.is === 'executed' && told && roadOf(kind) === 'lump-sum'
}

/** Nothing final has been said of it. */
export function isUnderWay({ status: { is } }: Application): boolean {
  return is !== 'executed' && is !== 'refused' && is !== 'withdrawn'
}

type Ahead = ExpectedStep & { readonly until: string | undefined }

function ahead({ row: { application }, deadline, signature, asOf }: Known): Ahead[] {
  const { status } = application
  switch (status.is) {
    case 'accepted':
    case 'executing':
      return ROADS[roadOf(application.kind)].map((step, i) => ({
        ...step,
        until: i === 0 ? deadline?.date : undefined,
      }))
    case 'withdrawing': {
      const until = signature?.is === 'checking' ? almatyDate(signature.until) : undefined
      return [{ what: 'withdrawn', by: 'system', until }]
    }
    case 'refused': {
      const until = status.refusal.appealUntil
      return until && until >= almatyDate(asOf) ? [{ what: 'appeal', by: 'person', until }] : []
    }
    default:
      return []
  }
}
