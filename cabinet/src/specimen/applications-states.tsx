// The list and the page of an application in each of their states.
import type { Application } from '../applications/application.ts'
import type { Attention } from '../applications/attention.ts'
import { DetailsPage } from '../applications/details-page.tsx'
import { ListPage } from '../applications/list-page.tsx'
import { readListQuery } from '../applications/list-query.ts'
import { ServicesPage } from '../applications/services-page.tsx'
import {
  aDeadline,
  aList,
  aLumpSum,
  anApplication,
  detailsOf,
  inEveryState,
} from '../applications/test-applications.ts'
import type { Details } from '../applications/view.ts'
import type { DayChange } from '../calendar/differing-days.ts'
import { KindPage } from '../statistics/kind-page.tsx'
import { KindsPage } from '../statistics/kinds-page.tsx'
import type { PublishedUsual } from '../statistics/read-published.ts'
import { UsualTime } from '../statistics/usual-time.tsx'
import type { Frame } from '../web/page.tsx'
import { minutesLater, NOW, type States } from './specimen.ts'

const USUAL: PublishedUsual = {
  atLeast: 130,
  nineTenths: 4,
  half: 2,
  inTime: 9,
  since: '2026-05-19',
  until: '2026-06-17',
  computedAt: NOW,
}

const LONG_NAME = {
  kk: `«${'Ұзақ атаулы '.repeat(15)}ұйым» АҚ`,
  ru: `АО «${'Очень длинное '.repeat(12)}имя»`,
  en: 'JSC',
}

const ROWS: readonly Application[] = [
  ...inEveryState,
  aLumpSum(),
  aLumpSum({
    id: 'a-3',
    number: '5155345',
    kind: 'pay-abroad',
    contractTypes: ['mandatory', 'occupational', 'employer'],
  }),
]

/** A day that a newer calendar says something else of. */
function otherDay(works: boolean): readonly DayChange[] {
  const day = { date: '2026-06-24', name: undefined, instead: undefined } as const
  const [at, off] = [
    { ...day, works: true, why: 'working' } as const,
    { ...day, works: false, why: 'weekend' } as const,
  ]
  return [{ date: day.date, was: works ? off : at, is: works ? at : off }]
}

const USUALLY = { unclear: [], silent: false } as const

const ATTENTION: Attention = {
  items: [
    { application: anApplication(), need: { is: 'signature-not-counted' } },
    { application: aLumpSum(), need: { is: 'appeal-open', until: '2026-08-29' } },
    { application: anApplication(), need: { is: 'overdue', since: '2026-06-12' } },
    { application: anApplication(), need: { is: 'unclear', syncedAt: NOW } },
  ],
  others: ['refused'],
}

function list(frame: Frame, over: Parameters<typeof aList>[1] = {}, asked = {}) {
  return <ListPage frame={frame} list={aList(ROWS, over)} query={readListQuery(asked)} {...USUALLY} />
}

function details(application: Application, over: Partial<Details> = {}, isSilent = false) {
  return ({ reader }: { readonly reader: Frame }) => (
    <DetailsPage
      frame={reader}
      details={detailsOf(application, over)}
      origin="/applications"
      contactHours="09:00–18:00"
      isSilent={isSilent}
      usual={<UsualTime frame={reader} kind={application.kind} usual={USUAL} />}
    />
  )
}

const inState = (is: string) => inEveryState.find(({ status }) => status.is === is) ?? anApplication()

const operations = (['executed', 'refused', 'accepted'] as const).map((status, i) => ({
  on: `2026-01-1${i}`,
  amount: { value: `${10 ** (4 * i)}.05`, currency: 'KZT' as const },
  contractType: 'mandatory' as const,
  status,
}))

export const applicationStates: States = {
  services: ({ reader }) => <ServicesPage frame={reader} />,
  list: ({ reader }) => list(reader, { total: 101, nextCursor: 'n' }),
  'list-narrowed': ({ reader }) => list(reader, {}, { status: 'accepted', q: '1114647', cursor: 'c' }),
  'list-nothing-found': ({ reader }) => list(reader, { rows: [], total: 0 }, { q: '77' }),
  'list-empty': ({ reader }) => <ListPage frame={reader} list={aList([])} query={readListQuery({})} {...USUALLY} />,
  'list-attention': ({ reader }) => (
    <ListPage
      frame={reader}
      list={aList(ROWS, { attention: ATTENTION })}
      query={readListQuery({})}
      unclear={['status']}
      silent={true}
    />
  ),
  accepted: details(inState('accepted')),
  'accepted-overdue': details(inState('accepted'), { deadline: aDeadline({ state: 'overdue', workingDaysLeft: -3 }) }),
  'accepted-last-day': details(inState('accepted'), { deadline: aDeadline({ workingDaysLeft: 0 }) }),
  'accepted-kept': details(inState('accepted'), {
    deadline: aDeadline({
      change: { is: 'kept', version: '2026-06-17', wouldBe: '2026-06-30', because: otherDay(false) },
    }),
  }),
  'accepted-moved': details(inState('accepted'), {
    deadline: aDeadline({
      change: { is: 'moved', version: '2026-06-17', from: '2026-06-30', because: otherDay(true) },
    }),
  }),
  'accepted-core-silent': details(inState('accepted'), {}, true),
  'accepted-without-deadline': details(inState('accepted'), { deadline: undefined }),
  'accepted-after-rejection': details(inState('accepted'), {
    signature: { is: 'rejected', code: 'signature-certificate-revoked' },
  }),
  executing: details(inState('executing')),
  withdrawing: details(inState('withdrawing'), {
    signature: { is: 'checking', receivedAt: NOW, until: minutesLater(24 * 60), silent: true },
  }),
  executed: details(
    aLumpSum({ counterparty: LONG_NAME, amount: { value: '1000000000000.00', currency: 'KZT' }, operations }),
    { deadline: aDeadline({ date: '2025-11-26', state: 'met', workingDaysLeft: 3 }) },
  ),
  refused: details(inState('refused'), { deadline: aDeadline({ state: 'overdue', workingDaysLeft: -2 }) }),
  withdrawn: details(inState('withdrawn')),
  unclear: details(inState('unclear')),
  kinds: ({ anybody }) => <KindsPage frame={anybody} />,
  kind: ({ anybody }) => <KindPage frame={anybody} kind="ls-housing" usual={USUAL} />,
  'kind-without-figures': ({ anybody }) => <KindPage frame={anybody} kind="bank-details" usual={undefined} />,
}
