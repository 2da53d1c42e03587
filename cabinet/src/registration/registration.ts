// A registration under way (memo item S-27): who identified themselves in this browser, and how far they came.
import type { Iin } from '../citizens/iin.ts'

export const REGISTRATION_MINUTES = 30

/** A password is given only to whoever has just shown who they are. */
export type IdentifiedBy = 'eds' | 'egov-mobile'

export type Registration = {
  readonly iin: Iin
  readonly way: IdentifiedBy
  readonly expiresAt: Date
  readonly confirmed: boolean // «бұл мен»
  readonly mail: Address | undefined
  readonly phone: Address | undefined
  readonly done: boolean // the account is made
}

/** An address that was given, the newest code sent to it, and whether that code came back. */
export type Address = {
  readonly address: string
  readonly code: string | undefined
  readonly verified: boolean
}

export const STEPS = ['person', 'contacts', 'codes', 'password', 'done'] as const
export type Step = (typeof STEPS)[number]
