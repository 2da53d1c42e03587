// A new code to the new address, when the old one did not come or is used up.
import { askedBy, type CodeRequest, type MadeCode } from '../accounts/one-time-code.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'
import type { CodeOutcome } from './confirm-change.ts'
import { findChange, renewCode } from './store.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly makeCode: (tx: Tx) => (asked: CodeRequest) => Promise<MadeCode>
  readonly now: () => Date
}

type Asked = { readonly iin: Iin; readonly starter: string; readonly language: Language }

export const sendAgain =
  (needs: Needs) =>
  ({ iin, starter, language }: Asked): Promise<CodeOutcome> =>
    needs.sql.begin(async tx => {
      const now = needs.now()
      const change = await findChange(tx, needs.hash)({ starter, iin, now })
      if (!change) return { kind: 'refusal', code: 'contact-change-over' }
      const { channel, address } = change
      const asker = askedBy(iin, 'contact')
      const made = await needs.makeCode(tx)({ purpose: 'contact', channel, address, starter: asker, language, now })
      if (made.kind === 'refusal') return { kind: 'faults', faults: { code: made } }
      await renewCode(tx, needs.hash)({ starter, iin, now }, made.id)
      return { kind: 'sent' }
    })
