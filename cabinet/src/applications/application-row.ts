// A row of the table `application`, and what it means.
import { almatyMidnight } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Localised } from '../web/language.ts'
import type { Application, ContractType, Money, Operation, PurposeId, ShownStatus, Status } from './application.ts'
import type { KindId } from './kinds.ts'

export type State = Status['is']

/** As `select *` gives it: dates are ISO text, numerics text, moments Date. */
export type ApplicationRow = {
  readonly iin: string
  readonly id: string
  readonly series: string
  readonly number: string
  readonly kind: string
  readonly contract_types: readonly string[]
  readonly filed_on: string
  readonly received_at: Date
  readonly counterparty: Localised | null
  readonly amount: string | null
  readonly purpose: string | null
  readonly operator_release: string | null
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

export type RefusalRow = { code: string; text: Localised; next: Localised | null; appealUntil: string | null }

export type OperationRow = {
  readonly done_on: string
  readonly amount: string | null
  readonly contract_type: string
  readonly status: string
}

/** The casts stand here because the table's checks and the intake's schema admit nothing else. */
export function toApplication(row: ApplicationRow, operations: readonly OperationRow[]): Application {
  return {
    id: row.id,
    owner: row.iin as Iin,
    series: row.series,
    number: row.number,
    kind: row.kind as KindId,
    contractTypes: row.contract_types as ContractType[],
    filedOn: row.filed_on,
    receivedAt: row.received_at,
    counterparty: row.counterparty ?? undefined,
    amount: toMoney(row.amount),
    purpose: (row.purpose as PurposeId | null) ?? undefined,
    operatorRelease: (row.operator_release as Application['operatorRelease'] | null) ?? undefined,
    operations: operations.map(toOperation),
    status: toStatus(row),
    changedAt: row.changed_at,
  }
}

export function toOperation(row: OperationRow): Operation {
  return {
    on: row.done_on,
    amount: toMoney(row.amount),
    contractType: row.contract_type as ContractType,
    status: row.status as ShownStatus,
  }
}

function toMoney(value: string | null): Money | undefined {
  return value === null ? undefined : { value, currency: 'KZT' }
}

/** What each state carries; the table's checks promise that it is there. */
export function toStatus(row: ApplicationRow): Status {
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

/** When the fund's word, given as a date, is placed on the timeline. */
export function momentOf(date: string): Date {
  return almatyMidnight(date)
}
