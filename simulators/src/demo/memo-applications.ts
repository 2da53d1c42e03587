// The applications that the fund's memo shows (items S-45 … S-52 of the list, S-55 … S-70 of the cards), literal or moved in time.
import type { IntakeApplication, Localised, Money } from '../core/client.ts'
import { addDays, almatyMoment } from './almaty.ts'

export type Seeded = { readonly id: string; readonly application: IntakeApplication }

export type MemoNames =
  | 'housing-2021'
  | 'housing'
  | 'treatment-1'
  | 'treatment-2'
  | 'treatment-3'
  | 'bank-details'
  | 'ipm'

export type Telling = {
  readonly iin: string
  readonly prefix: string // of the ids
  readonly numbers: Readonly<Record<MemoNames, string>>
  readonly shift: number // days that every date is moved by
}

/** The numbers as the memo prints them. Each belongs to one application only, so other holders have others. */
export const MEMO_NUMBERS: Telling['numbers'] = {
  'housing-2021': '694563',
  housing: '5155344',
  'treatment-1': '3948292',
  'treatment-2': '3971530',
  'treatment-3': '4336734',
  'bank-details': '1114647-ИБР',
  ipm: '190159',
}

/** The day on which the memo's accepted applications were filed. */
export const MEMO_DAY = '2026-06-16'

const OTBASY: Localised = { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' }
const BCC_INVEST: Localised = { kk: '«BCC Invest» АҚ', ru: 'АО «BCC Invest»', en: 'BCC Invest JSC' }

/** All seven, oldest first. */
export function memoApplications(telling: Telling): readonly Seeded[] {
  return [
    lumpSum(telling, 'housing-2021', {
      kind: 'ls-housing',
      filed: '2021-08-24T11:20:45',
      amount: '3200000.00',
      executed: '2021-08-27',
    }),
    lumpSum(telling, 'treatment-1', {
      kind: 'ls-treatment',
      filed: '2025-04-11T09:14:30',
      amount: '850000.00',
      executed: '2025-04-17',
    }),
    refusedTreatment(telling),
    lumpSum(telling, 'treatment-3', {
      kind: 'ls-treatment',
      filed: '2025-07-12T15:41:08',
      amount: '640000.00',
      executed: '2025-07-17',
    }),
    lumpSum(telling, 'housing', {
      kind: 'ls-housing',
      filed: '2025-11-19T17:54:03',
      amount: '5500000.00',
      executed: '2025-11-21',
    }),
    bankDetails(telling, '10:52:27'),
    ipmTransfer(telling, '11:30:06'),
  ]
}

type Paid = {
  readonly kind: 'ls-housing' | 'ls-treatment'
  readonly filed: string // by the Almaty clock
  readonly amount: string
  readonly executed: string
}

function lumpSum(telling: Telling, name: MemoNames, paid: Paid): Seeded {
  const on = addDays(paid.executed, telling.shift)
  const amount = tenge(paid.amount)
  return seeded(telling, name, {
    ...common(telling, paid.filed),
    series: 'payment',
    kind: paid.kind,
    counterparty: { name: OTBASY },
    amount,
    purpose: paid.kind === 'ls-housing' ? 'housing-deposit' : 'treatment',
    operatorRelease: 'no',
    status: { is: 'executed', on },
    operations: [{ on, amount, contractType: 'mandatory', status: 'executed' }],
  })
}

function refusedTreatment(telling: Telling): Seeded {
  const on = addDays('2025-04-22', telling.shift)
  return seeded(telling, 'treatment-2', {
    ...common(telling, '2025-04-16T12:05:51'),
    series: 'payment',
    kind: 'ls-treatment',
    counterparty: { name: OTBASY },
    amount: tenge('1900000.00'),
    purpose: 'treatment',
    operatorRelease: 'no',
    status: {
      is: 'refused',
      on,
      refusal: { ...NOT_ENOUGH, appealUntil: addDays('2025-07-22', telling.shift) },
    },
    operations: [],
  })
}

/** One such refusal among those that the rules of lump sums know: the sum above the threshold is smaller. */
const NOT_ENOUGH = {
  code: 'amount-above-threshold-too-small',
  text: {
    kk: 'Ең төменгі жеткіліктілік шегінен асатын жинақ сомасы сұралған сомадан аз.',
    ru: 'Сумма накоплений сверх порога минимальной достаточности меньше запрошенной.',
    en: 'The savings above the minimum sufficiency threshold are less than the amount asked for.',
  },
  next: {
    kk: 'Қолжетімді соманы жеке кабинеттен қарап, уәкілетті оператор арқылы жаңа өтініш беріңіз.',
    ru: 'Посмотрите доступную сумму в личном кабинете и подайте новое заявление через уполномоченного оператора.',
    en: 'See the available amount in your account and file a new application through the authorised operator.',
  },
}

/** A change of bank details, accepted for processing. Also used for the holder of the national test certificates. */
export function bankDetails(telling: Telling, time: string): Seeded {
  return seeded(telling, 'bank-details', {
    ...common(telling, `${MEMO_DAY}T${time}`),
    series: 'bank-details',
    kind: 'bank-details',
    ...NOTHING_PAID,
    status: { is: 'accepted' },
    operations: [],
  })
}

/** A transfer to an investment portfolio manager, accepted for processing. */
export function ipmTransfer(telling: Telling, time: string): Seeded {
  return seeded(telling, 'ipm', {
    ...common(telling, `${MEMO_DAY}T${time}`),
    series: 'ipm',
    kind: 'tr-ipm-choose',
    ...NOTHING_PAID,
    counterparty: { name: BCC_INVEST },
    amount: tenge('500.00'),
    status: { is: 'accepted' },
    operations: [],
  })
}

const NOTHING_PAID = { counterparty: null, amount: null, purpose: null, operatorRelease: null } as const

function common({ iin, shift }: Telling, filed: string) {
  const [day = '', time = ''] = filed.split('T')
  const filedOn = addDays(day, shift)
  return { iin, contractTypes: ['mandatory'], filedOn, receivedAt: almatyMoment(filedOn, time) } as const
}

function seeded(telling: Telling, name: MemoNames, application: Omit<IntakeApplication, 'number'>): Seeded {
  const { iin, series, ...others } = application
  return { id: `${telling.prefix}-${name}`, application: { iin, series, number: telling.numbers[name], ...others } }
}

function tenge(value: string): Money {
  return { value, currency: 'KZT' }
}
