// For tests: ordinary applications, as the core would send them; a test states only what matters to it.
import type { ApplicationMessage } from './intake/message.ts'
import { AIGERIM } from './test-authority.ts'

/** A change of bank details, accepted: the memo's own (S-51, S-62). */
export function bankDetails(difference: Partial<ApplicationMessage> = {}): ApplicationMessage {
  return {
    iin: AIGERIM.iin,
    series: 'bank-details',
    number: '1114647-ИБР',
    kind: 'bank-details',
    contractTypes: ['mandatory'],
    filedOn: '2026-06-16',
    receivedAt: '2026-06-16T10:52:27+05:00',
    counterparty: null,
    amount: null,
    purpose: null,
    operatorRelease: null,
    status: { is: 'accepted' },
    operations: [],
    ...difference,
  }
}

/** A lump sum for housing, executed (S-47, S-55 … S-60). */
export function lumpSum(difference: Partial<ApplicationMessage> = {}): ApplicationMessage {
  const amount = { value: '5500000.00', currency: 'KZT' } as const
  return {
    ...bankDetails(),
    series: 'payment',
    number: '5155344',
    kind: 'ls-housing',
    filedOn: '2025-11-19',
    receivedAt: '2025-11-19T17:54:03+05:00',
    counterparty: { name: { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' } },
    amount,
    purpose: 'housing-deposit',
    operatorRelease: 'no',
    status: { is: 'executed', on: '2025-11-21' },
    operations: [{ on: '2025-11-21', amount, contractType: 'mandatory', status: 'executed' }],
    ...difference,
  }
}
