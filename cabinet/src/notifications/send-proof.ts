// The letter with the proof of a withdrawal: the receipt and the archive of evidence as files.
import type { Sql } from '../database/sql.ts'
import type { Delivery } from './delivery-store.ts'
import { letterOfProof } from './letter-text.ts'
import type { SendLetter } from './mail.ts'
import type { Attachment } from './outgoing.ts'

/** Undefined: there is none, or none any more. Throws when it cannot be made just now. */
export type ProofOf = (iin: string, registration: string) => Promise<readonly Attachment[] | undefined>

type Needs = { readonly sql: Sql; readonly mail: SendLetter; readonly proofOf: ProofOf }

export async function sendProof({ sql, mail, proofOf }: Needs, delivery: Delivery & { readonly attaches: string }) {
  const { id, address: to, language, iin, attaches: registration } = delivery
  const attachments = iin !== null && (await isWanted(sql, iin, to)) ? await proofOf(iin, registration) : undefined
  if (!attachments) return { kind: 'refused', why: 'too-late' } as const
  const { title, letter } = letterOfProof(registration, language)
  return mail({ id, to, language, subject: title, text: letter, attachments })
}

/**
 * Asked when it is sent: it may have waited for days, and meanwhile the mail is another, or it is chosen no more. While the
 * person's alarm stands nobody knows whose choice that was.
 */
async function isWanted(sql: Sql, iin: string, address: string): Promise<boolean> {
  const rows = await sql`
    select from account
     where iin = ${iin} and mail = ${address} and choices -> 'proof' ? 'mail'
       and not exists (select from alarm where alarm.iin = account.iin)`
  return rows.length > 0
}
