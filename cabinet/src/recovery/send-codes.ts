// Codes to both contacts of an account. Where there is no such account everything is done alike, and nothing is sent.
import type { Account } from '../accounts/account.ts'
import type { Channel } from '../accounts/contact.ts'
import type { CodeRequest, MadeCode } from '../accounts/one-time-code.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Tx } from '../database/sql.ts'
import type { Language } from '../web/language.ts'

export type SendNeeds = {
  readonly findAccount: (tx: Tx) => (iin: Iin) => Promise<Account | undefined>
  readonly makeCode: (tx: Tx) => (asked: CodeRequest) => Promise<MadeCode>
  readonly now: () => Date
}

export type Sending = { readonly iin: Iin; readonly starter: string; readonly language: Language }

/** Two codes or none: an account with one contact alone cannot be recovered by codes, and that is told to nobody either. */
export const sendCode =
  ({ findAccount, makeCode, now }: SendNeeds, tx: Tx) =>
  async ({ iin, starter, language }: Sending, channel: Channel): Promise<MadeCode> => {
    const account = await findAccount(tx)(iin)
    const { mail, phone } = account?.contacts ?? {}
    const whole = mail !== undefined && phone !== undefined
    const address = whole ? (channel === 'mail' ? mail : phone) : undefined
    const spoken = account?.language ?? language
    return makeCode(tx)({ purpose: 'recovery', channel, address, iin, starter, language: spoken, now: now() })
  }
