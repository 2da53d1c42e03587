// A row of the table `application`, and what it means.
import type { Iin } from '../citizens/iin.ts'
import type { Localised } from '../web/language.ts'
import type {
  Application,
  ContractType,
  Money,
  Operation,
  PurposeId,
  ShownStatus,
  State,
  Status,
} from './application.ts'
import type { KindId } from './kinds.ts'

/**
 * As `select *` gives it: dates are ISO text, numerics text, moments Date. Words have their types because the table's
 * checks and the intake's schema admit nothing else.
 */
export type ApplicationRow = {
  readonly iin: Iin
  readonly id: string
  readonly series: string
  readonly number: string
  readonly kind: KindId
  readonly contract_types: readonly ContractType[]
  readonly filed_on: string
  readonly received_at: Date
  readonly counterparty: Localised | null
  readonly amount: string | null
  readonly purpose: PurposeId | null
  readonly operator_release: NonNullable<Application['operatorRelease']> | null
  readonly state: State
  readonly version: number
  readonly changed_at: Date
  readonly synced_at: Date
  readonly intake_digest: Uint8Array
  readonly claim: string | null
  readonly closed_on: string | null
  readonly refusal: RefusalRow | null
  readonly signature: string | null
  readonly signature_received_at: Date | null
  readonly registration: string | null
  readonly withdrawn_at: Date | null
}

type RefusalRow = { code: string; text: Localised; next: Localised | null; appealUntil: string | null }

export type OperationRow = {
  readonly done_on: string
  readonly amount: string | null
  readonly contract_type: ContractType
  readonly status: ShownStatus
}

export function toApplication(row: ApplicationRow, operations: readonly OperationRow[]): Application {
  return {
    id: row.id,
    owner: row.iin,
    series: row.series,
    number: row.number,
    kind: row.kind,
    contractTypes: row.contract_types,
    filedOn: row.filed_on,
    receivedAt: row.received_at,
    counterparty: row.counterparty ?? undefined,
    amount: toMoney(row.amount),
    purpose: row.purpose ?? undefined,
    operatorRelease: row.operator_release ?? undefined,
    operations: operations.map(toOperation),
    status: toStatus(row),
    changedAt: row.changed_at,
  }
}

export function toOperation(row: OperationRow): Operation {
  return {
    on: row.done_on,
    amount: toMoney(row.amount),
    contractType: row.contract_type,
    status: row.status,
  }
}

function toMoney(value: string | null): Money | undefined {
  return value === null ? undefined : { value, currency: 'KZT' }
}

/** What each state carries; the table's checks promise that it is there. */
function toStatus(row: ApplicationRow): Status {
  const changed = row.changed_at
  switch (row.state) {
    case 'accepted':
    case 'executing':
      return { is: row.state }
    case 'unclear':
      return { is: 'unclear', syncedAt: row.synced_at }
    case 'withdrawing':
      return { is: 'withdrawing', receivedAt: row.signature_received_at ?? changed }
    case 'withdrawn':
      return { is: 'withdrawn', registration: row.registration ?? '', at: row.withdrawn_at ?? changed }
    case 'executed':
      return { is: 'executed', on: row.closed_on ?? '' }
    case 'refused':
      return { is: 'refused', on: row.closed_on ?? '', refusal: toRefusal(row.refusal) }
  }
}

function toRefusal(refusal: RefusalRow | null) {
  const nothing: RefusalRow = { code: 'unknown', text: { kk: '', ru: '', en: '' }, next: null, appealUntil: null }
  const { code, text, next, appealUntil } = refusal ?? nothing
  return { code, text, next: next ?? undefined, appealUntil: appealUntil ?? undefined }
}
