// A forgotten password (memo item S-28): who asks for a new one, and what they have proved in this browser.
import type { Iin } from '../citizens/iin.ts'

export const RECOVERY_MINUTES = 30

export type Recovery = {
  readonly iin: Iin
  readonly way: 'eds' | 'egov-mobile' | 'codes'
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly mail: Proof // by codes only
  readonly sms: Proof
  readonly done: boolean // the new password is set
}

export type Proof = { readonly code: string | undefined; readonly verified: boolean }

export type Step = 'codes' | 'password' | 'done'
