// The letter with the proof of a withdrawal: the receipt and the archive of evidence as files.
import type { Delivery } from './delivery-store.ts'
import { letterOfProof } from './letter-text.ts'
import type { SendLetter } from './mail.ts'
import type { Attachment } from './outgoing.ts'

/** Undefined: there is none, or none any more. Throws when it cannot be made just now. */
export type ProofOf = (iin: string, registration: string) => Promise<readonly Attachment[] | undefined>

type Needs = { readonly mail: SendLetter; readonly proofOf: ProofOf }

export async function sendProof({ mail, proofOf }: Needs, delivery: Delivery & { readonly attaches: string }) {
  const { id, address: to, language, iin, attaches: registration } = delivery
  const attachments = iin === null ? undefined : await proofOf(iin, registration)
  if (!attachments) return { kind: 'refused', why: 'too-late' } as const
  const { title, letter } = letterOfProof(registration, language)
  return mail({ id, to, language, subject: title, text: letter, attachments })
}
