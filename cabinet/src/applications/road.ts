// The road of an application by its kind: what usually follows acceptance, and by whom. Usual, never promised.
import { type Family, KIND_IDS, type KindId, kindOf } from './kinds.ts'
import type { Actor } from './view.ts'

export type Doer = Actor['kind'] | 'bank' | 'insurer'

export type NextStep =
  | ('pay' | 'credit' | 'to-operator' | 'release' | 'return' | 'use-details' | 'refund')
  | ('to-insurer' | 'annuity' | 'to-manager' | 'to-national-bank')
  | ('decide' | 'withdrawn' | 'appeal')

/** What is going on at the moment. */
export type Going = 'accepted' | 'executing' | 'withdrawing' | 'unclear' | 'not-released' | 'release-unknown'

export type ExpectedStep = { readonly what: NextStep; readonly by: Doer }

const PAID_OUT: ExpectedStep = { what: 'credit', by: 'bank' }

/** The first step of each is the fund's, and the term of the law is for it alone: of the others no date is known. */
export const ROADS = {
  payment: [{ what: 'pay', by: 'fund' }, PAID_OUT],
  'lump-sum': [
    { what: 'to-operator', by: 'fund' },
    { what: 'release', by: 'operator' },
  ],
  'lump-sum-return': [{ what: 'return', by: 'fund' }],
  'bank-details': [{ what: 'use-details', by: 'fund' }],
  insurance: [
    { what: 'to-insurer', by: 'fund' },
    { what: 'annuity', by: 'insurer' },
  ],
  ipm: [{ what: 'to-manager', by: 'fund' }],
  'ipm-return': [{ what: 'to-national-bank', by: 'fund' }],
  refund: [{ what: 'refund', by: 'fund' }, PAID_OUT],
  unknown: [{ what: 'decide', by: 'fund' }],
} as const satisfies Record<string, readonly ExpectedStep[]>

export type Road = keyof typeof ROADS

const OF_FAMILY: Readonly<Record<Family, Road>> = {
  payment: 'payment',
  'bank-details': 'bank-details',
  'insurance-transfer': 'insurance',
  'ipm-transfer': 'ipm',
  'vpc-refund': 'refund',
}

/** Kinds whose road is not that of their family. */
const OF_KIND: Partial<Record<KindId, Road>> = {
  'ls-housing': 'lump-sum',
  'ls-treatment': 'lump-sum',
  'ls-return': 'lump-sum-return',
  'tr-ipm-return': 'ipm-return',
}

/** Of a kind that the catalogue does not know nothing is expected but a decision. */
export function roadOf(kind: string): Road {
  const known = KIND_IDS.find(id => id === kind)
  if (!known) return 'unknown'
  return OF_KIND[known] ?? OF_FAMILY[kindOf(known).family]
}
