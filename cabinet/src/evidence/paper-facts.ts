// What the receipt and the report of a withdrawal say, as facts; both are printed in Kazakh and in Russian.
import type { StatementFacts } from '../withdrawal/statement.ts'
import type { Registration } from '../withdrawal/withdrawal.ts'

export type WithdrawalFacts = Omit<Registration, 'number'> & {
  readonly registration: string // its number
  readonly person: Pick<StatementFacts['person'], 'surname' | 'name' | 'patronymic' | 'iin'> // as the statement has them
  readonly signer: string // as the certificate has them
}

/** The printed languages: the first is that of the QR code. */
export const PRINTED = ['kk', 'ru'] as const
