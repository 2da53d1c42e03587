// What an application (өтініш) is: identity, money, operations and where it stands.
import type { Iin } from '../citizens/iin.ts'
import type { Localised } from '../web/language.ts'
import type { KindId } from './kinds.ts'

/** The core's own id: opaque, at most 40 of `A-Za-z0-9._-`. The printed number is unique only within its series. */
export const APPLICATION_ID = /^[A-Za-z0-9._-]{1,40}$/

export const CONTRACT_TYPES = ['mandatory', 'occupational', 'voluntary', 'employer'] as const // МЗЖ, МКЗЖ, ЕЗЖ, ЖМЗЖ
export type ContractType = (typeof CONTRACT_TYPES)[number]

export type Money = { readonly value: string; readonly currency: 'KZT' } // '5500000.00'

/** What a citizen is shown: the four statuses of the memo (S-121 … S-124), and the honest fifth (S-33). */
export const SHOWN_STATUSES = ['accepted', 'executed', 'refused', 'withdrawn', 'unclear'] as const
export type ShownStatus = (typeof SHOWN_STATUSES)[number]

/** Where an application stands. Each case carries what is known in that case and nothing else. */
export type Status =
  | { readonly is: 'accepted' } // Өңдеуге қабылданды
  | { readonly is: 'executing' } // claimed by the core; shown as accepted, can no longer be withdrawn
  | { readonly is: 'withdrawing'; readonly receivedAt: Date } // signature received and being checked; shown as accepted
  | { readonly is: 'executed'; readonly on: string } // Орындалды
  | { readonly is: 'refused'; readonly on: string; readonly refusal: RefusalByFund } // Бас тартылды
  | { readonly is: 'withdrawn'; readonly registration: string; readonly at: Date } // Күші жойылды
  | { readonly is: 'unclear'; readonly syncedAt: Date } // мәртебе нақтылануда

export type State = Status['is']

/** The inner states by name, for those who must list them. */
export const STATES = [
  'accepted',
  'executing',
  'withdrawing',
  'executed',
  'refused',
  'withdrawn',
  'unclear',
] as const satisfies readonly State[]

/** Why the fund refused, in three languages, and until when one may appeal (APPC art. 91). */
export type RefusalByFund = {
  readonly code: string
  readonly text: Localised
  readonly next: Localised | undefined // what to do now
  readonly appealUntil: string | undefined
}

export type Operation = {
  readonly on: string
  readonly amount: Money | undefined
  readonly contractType: ContractType
  readonly status: ShownStatus
}

export type Application = {
  readonly id: string
  readonly owner: Iin
  readonly series: string
  readonly number: string // as the fund prints it: '1114647-ИБР'
  readonly kind: KindId
  readonly contractTypes: readonly ContractType[]
  readonly filedOn: string
  readonly receivedAt: Date
  readonly counterparty: Localised | undefined
  readonly amount: Money | undefined
  readonly purpose: PurposeId | undefined
  readonly operatorRelease: 'yes' | 'no' | 'unknown' | undefined // «Беру фактісі»
  readonly operations: readonly Operation[]
  readonly status: Status
  readonly changedAt: Date
}

/** Purposes of a lump-sum payment (S-55, S-56). */
export const PURPOSES = ['housing-deposit', 'housing-purchase', 'mortgage-repayment', 'treatment'] as const
export type PurposeId = (typeof PURPOSES)[number]

const SHOWN: Readonly<Record<State, ShownStatus>> = {
  accepted: 'accepted',
  executing: 'accepted',
  withdrawing: 'accepted',
  executed: 'executed',
  refused: 'refused',
  withdrawn: 'withdrawn',
  unclear: 'unclear',
}

/** The status a citizen sees. */
export function shown(state: State): ShownStatus {
  return SHOWN[state]
}
