// The store of the completion: PostgreSQL. Each call is one statement or one transaction.
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../evidence/vault.ts'
import type { CompletionStore } from './completion.ts'
import { findDraftRow } from './draft-store.ts'
import { findRegistrationOfSignature } from './read-registration.ts'
import { settle } from './settle.ts'
import { openAttempt, recallSignature, receiveSignature, takeDue } from './signature-store.ts'

export const completionStore = (sql: Sql, vault: Vault): CompletionStore => ({
  findDraft: id => findDraftRow(sql, vault, id),
  receive: receiveSignature(sql, vault),
  recall: recallSignature(sql, vault),
  takeDue: now => takeDue(sql, now),
  open: async taken => {
    const draft = await findDraftRow(sql, vault, taken.draft)
    if (!draft) throw new Error('a signature under no draft')
    return { attempt: await openAttempt(sql, vault, taken), draft }
  },
  settle: settlement => sql.begin(tx => settle(tx, vault, settlement)),
  findRegistration: attempt => findRegistrationOfSignature(sql, attempt),
})
