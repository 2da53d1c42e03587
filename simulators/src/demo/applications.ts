// Every application of the demonstration: whose they are and how they are dated.
import type { IntakeApplication } from '../core/client.ts'
import { addDays, almatyDay, almatyMoment, daysBetween } from './almaty.ts'
import {
  bankDetails,
  ipmTransfer,
  MEMO_DAY,
  MEMO_NUMBERS,
  memoApplications,
  type Seeded,
  type Telling,
} from './memo-applications.ts'
import { LONG_LIST, MAIN, MEMO, NATIONAL_TEST } from './persons.ts'

/** All of them. `now` is the moment of the first seeding: keep it, so that a repeat sends the same. */
export function demoApplications(now: Date): readonly Seeded[] {
  const shift = shiftTo(now)
  return [
    ...memoApplications({ iin: MAIN.iin, prefix: 'demo-main', numbers: MAIN_NUMBERS, shift }),
    ...memoApplications({ iin: MEMO.iin, prefix: 'demo-memo', numbers: MEMO_NUMBERS, shift: 0 }),
    ...longList(),
    ...nationalTest(shift),
  ]
}

/**
 * Whole weeks, so that working days stay working days: the memo's accepted applications fall on the last Tuesday
 * before the day of `now`, and their deadlines still run.
 */
function shiftTo(now: Date): number {
  return Math.floor((daysBetween(MEMO_DAY, almatyDay(now)) - 1) / 7) * 7
}

const MAIN_NUMBERS: Telling['numbers'] = {
  'housing-2021': '694571',
  housing: '5155352',
  'treatment-1': '3948303',
  'treatment-2': '3971541',
  'treatment-3': '4336745',
  'bank-details': '1114655-ИБР',
  ipm: '190167',
}

function nationalTest(shift: number): readonly Seeded[] {
  const numbers = { ...MAIN_NUMBERS, 'bank-details': '1114663-ИБР', ipm: '190175' }
  const telling = { iin: NATIONAL_TEST.iin, prefix: 'demo-test', numbers, shift }
  return [bankDetails(telling, '09:31:12'), ipmTransfer(telling, '09:40:55')]
}

/**
 * 101 rows (memo item S-53): № 1 … 97 made up, № 98 … 101 as in the memo but for the numbers, which belong to the
 * memo's own person. One application has two operations and so two rows.
 */
function longList(): readonly Seeded[] {
  const numbers = {
    ...MAIN_NUMBERS,
    'treatment-1': '3948293',
    'treatment-2': '3971531',
    'treatment-3': '4336735',
    'bank-details': '1114648-ИБР',
  }
  const likeMemo = memoApplications({ iin: LONG_LIST.iin, prefix: 'demo-long', numbers, shift: 0 })
  const kept = ['demo-long-treatment-1', 'demo-long-treatment-2', 'demo-long-treatment-3', 'demo-long-bank-details']
  return [...Array.from({ length: 96 }, (_, i) => madeUp(i)), ...likeMemo.filter(({ id }) => kept.includes(id))]
}

const IN_TWO_PAYMENTS = 40

/** Filed every fifteenth day from 1 February 2021 on; the 97 rows end before those of the memo begin. */
function madeUp(i: number): Seeded {
  const filedOn = addDays('2021-02-01', i * 15)
  const paidOn = weekday(addDays(filedOn, 4))
  const amount = { value: `${120_000 + i * 1_500}.00`, currency: 'KZT' } as const
  const operation = { on: paidOn, amount, contractType: 'mandatory', status: 'executed' } as const
  const second = { ...operation, on: weekday(addDays(paidOn, 1)) }
  const application: IntakeApplication = {
    iin: LONG_LIST.iin,
    series: 'payment',
    number: String(600_100 + i * 37),
    kind: i % 10 === 0 ? 'ls-housing' : 'ls-treatment',
    contractTypes: ['mandatory'],
    filedOn,
    receivedAt: almatyMoment(filedOn, '10:15:00'),
    counterparty: { name: { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' } },
    amount,
    purpose: i % 10 === 0 ? 'housing-deposit' : 'treatment',
    operatorRelease: 'yes',
    status: { is: 'executed', on: i === IN_TWO_PAYMENTS ? second.on : paidOn },
    operations: i === IN_TWO_PAYMENTS ? [operation, second] : [operation],
  }
  return { id: `demo-long-${String(i + 1).padStart(3, '0')}`, application }
}

/** Saturday and Sunday give way to Monday. */
function weekday(day: string): string {
  const ofWeek = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, ofWeek === 6 ? 2 : ofWeek === 0 ? 1 : 0)
}
