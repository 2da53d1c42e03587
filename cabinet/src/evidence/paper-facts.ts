// What the receipt and the report of a withdrawal say, as facts; both are printed in Kazakh and in Russian.

import type { KindId, SignMethod } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'

export type WithdrawalFacts = {
  readonly registration: string
  readonly receivedAt: Date
  readonly registeredAt: Date
  readonly method: SignMethod
  readonly application: {
    readonly id: string
    readonly kind: KindId
    readonly number: string
    readonly filedOn: string
  }
  readonly person: {
    readonly surname: string
    readonly name: string
    readonly patronymic?: string | null | undefined
    readonly iin: Iin
  }
  readonly certificate: {
    readonly commonName: string
    readonly issuer: string
    readonly serial: string
    readonly algorithm: string
  }
  readonly revocation: { readonly source: 'ocsp' | 'crl'; readonly at: Date } | undefined
  readonly timestamp: { readonly at: Date; readonly authority: string } | undefined
}

/** The printed languages: the first is that of the QR code. */
export const PRINTED = ['kk', 'ru'] as const
