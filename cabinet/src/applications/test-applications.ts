// Ordinary applications for tests: the memo's rows (S-51, S-52, S-58), each test states only what differs.
import { WORKING_DAYS_10 } from '../calendar/policy.ts'
import { countTerm } from '../calendar/term.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Person } from '../citizens/person.ts'
import { SHIPPED } from '../deadlines/test-calendars.ts'
import { withdrawability } from '../withdrawal/decide.ts'
import { type Application, type Status, shown } from './application.ts'
import { NO_ATTENTION } from './attention.ts'
import type { Deadline, Details, ListPage, ListRow } from './view.ts'

export const aPerson = (over: Partial<Person> = {}): Person => ({
  iin: '801332400126' as Iin,
  surname: 'Әбілқасымұлы',
  name: 'Ғұмар',
  patronymic: 'Өңдірбекұлы',
  birthDate: '1980-01-02',
  sic: undefined,
  standing: 'capable',
  asOf: new Date('2026-06-17T07:00:00Z'),
  ...over,
})

export const anApplication = (over: Partial<Application> = {}): Application => ({
  id: 'a-1',
  owner: '801332400126' as Iin,
  series: 'bank-details',
  number: '1114647-ИБР',
  kind: 'bank-details',
  contractTypes: ['mandatory'],
  filedOn: '2026-06-16',
  receivedAt: new Date('2026-06-16T10:52:27+05:00'),
  counterparty: undefined,
  amount: undefined,
  purpose: undefined,
  operatorRelease: undefined,
  operations: [],
  status: { is: 'accepted' },
  changedAt: new Date('2026-06-16T10:52:27+05:00'),
  ...over,
})

export const aLumpSum = (over: Partial<Application> = {}): Application =>
  anApplication({
    id: 'a-2',
    series: 'payment',
    number: '5155344',
    kind: 'ls-housing',
    filedOn: '2025-11-19',
    receivedAt: new Date('2025-11-19T17:54:03+05:00'),
    counterparty: { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' },
    amount: { value: '5500000.00', currency: 'KZT' },
    purpose: 'housing-deposit',
    operatorRelease: 'no',
    status: { is: 'executed', on: '2025-11-21' },
    ...over,
  })

const REFUSAL = {
  code: 'documents-missing',
  text: { kk: 'Құжат ұсынылмаған.', ru: 'Документ не представлен.', en: 'A document is missing.' },
  next: { kk: 'Құжатты ұсыныңыз.', ru: 'Представьте документ.', en: 'Give the document.' },
  appealUntil: '2025-07-21',
}

/** One application for each state it may be in. */
export const inEveryState: readonly Application[] = (
  [
    { is: 'accepted' },
    { is: 'executing' },
    { is: 'withdrawing', receivedAt: new Date('2026-06-17T12:03:44+05:00') },
    { is: 'executed', on: '2025-04-21' },
    { is: 'refused', on: '2025-04-21', refusal: REFUSAL },
    { is: 'withdrawn', registration: '1042-ОЖ', at: new Date('2026-06-17T12:03:45+05:00') },
    { is: 'unclear', syncedAt: new Date('2026-06-17T08:00:00+05:00') },
  ] satisfies Status[]
).map(status => anApplication({ id: `a-${status.is}`, status }))

export const aRow = (application: Application, ordinal = 1): ListRow => ({
  ordinal,
  application,
  operation: undefined,
  status: shown(application.status.is),
  withdrawal: withdrawability(application.kind, application.status.is),
})

export const aList = (applications: readonly Application[], over: Partial<ListPage> = {}): ListPage => ({
  rows: applications.map((application, i) => aRow(application, applications.length - i)),
  total: applications.length,
  nextCursor: undefined,
  previousCursor: undefined,
  kinds: [...new Set(applications.map(({ kind }) => kind))].map(kind => ({ kind, count: 1 })),
  statuses: [...new Set(applications.map(({ status }) => shown(status.is)))].map(status => ({ status, count: 1 })),
  asOf: new Date('2026-06-17T12:00:00+05:00'),
  attention: NO_ATTENTION,
  ...over,
})

export const aDeadline = (over: Partial<Deadline> = {}): Deadline => ({
  date: '2026-06-29',
  state: 'running',
  workingDaysLeft: 8,
  today: '2026-06-17',
  calendarVersion: '2026-11-22',
  days: countTerm(WORKING_DAYS_10, new Date('2026-06-16T10:52:27+05:00'), SHIPPED)?.days ?? [],
  isForecast: false,
  change: undefined,
  revision: { number: 0, at: new Date('2026-06-16T10:52:27+05:00') },
  ...over,
})

export const detailsOf = (application: Application, over: Partial<Details> = {}): Details => ({
  row: aRow(application),
  timeline: [
    { at: application.receivedAt, dateOnly: false, event: 'received', actor: { kind: 'person', name: undefined } },
  ],
  deadline: aDeadline(),
  documents: [
    { kind: 'receipt', madeBy: 'fund', size: 84123, at: new Date('2026-06-16T10:55:00+05:00') },
    { kind: 'application', madeBy: 'service', size: 50_000, at: application.changedAt },
  ],
  registration: application.status.is === 'withdrawn' ? application.status.registration : undefined,
  signature: undefined,
  draft: undefined,
  asOf: new Date('2026-06-17T12:00:05+05:00'),
  heardAt: new Date('2026-06-17T11:58:00+05:00'),
  ...over,
})
