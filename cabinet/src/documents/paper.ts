// What a paper that is made here says: facts fixed at a moment, in a form that is kept as JSON.
import type { ContractType, Money, PurposeId, ShownStatus } from '../applications/application.ts'
import type { KindId } from '../applications/kinds.ts'
import type { Language, Localised } from '../web/language.ts'

export const PAPER_KINDS = ['receipt', 'application', 'certificate'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** The applicant: the IIN with its last four digits alone. A paper gets into many hands. */
export type Applicant = {
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
  readonly iin: string // '········0107'
}

export type FiledFacts = {
  readonly kind: KindId
  readonly number: string
  readonly filedOn: string
  readonly receivedAt: string // ISO moment
}

export type OperationFacts = {
  readonly on: string
  readonly amount: Money | null
  readonly contractType: ContractType
  readonly status: ShownStatus
}

export type RecordedFacts = FiledFacts & {
  readonly counterparty: Localised | null
  readonly amount: Money | null
  readonly contractTypes: readonly ContractType[]
  readonly purpose: PurposeId | null
  readonly operatorRelease: 'yes' | 'no' | 'unknown' | null
  readonly operations: readonly OperationFacts[]
}

export type StandingFacts = {
  readonly status: ShownStatus
  readonly since: string | null // a date, or a moment where it is known to the second; null when the status is unclear
  readonly registration: string | null // of the withdrawal
}

type Common = { readonly applicant: Applicant; readonly asOf: string } // ISO moment

export type Receipt = Common & { readonly paper: 'receipt'; readonly application: FiledFacts }
export type Recorded = Common & { readonly paper: 'application'; readonly application: RecordedFacts }
export type Certificate = Common & {
  readonly paper: 'certificate'
  readonly application: FiledFacts
  readonly language: Language
  readonly standing: StandingFacts
  readonly deadline: string | null
  readonly number: string // '17-МА'
  readonly validUntil: string // the last day on which it can be checked
  readonly salt: string // 128 random bits: nobody can make the code from the facts
}

export type PaperFacts = Receipt | Recorded | Certificate
