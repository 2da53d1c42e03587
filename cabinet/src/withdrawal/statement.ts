// What a statement of withdrawal says (memo items S-80 … S-88). The same facts make the PDF and the page.
import type { KindId } from '../applications/kinds.ts'
import type { Person } from '../citizens/person.ts'

/** Facts of one statement, fixed when the draft is made. */
export type StatementFacts = {
  readonly draft: string // the draft's id, printed on the statement
  readonly person: Omit<Person, 'asOf' | 'standing'>
  readonly application: { readonly kind: KindId; readonly number: string; readonly filedOn: string }
  readonly drawnUpOn: string // ISO date, Almaty
  readonly consentVersion: string
}

export const CONSENT_VERSION = '2026-1'

/** Makes the PDF that is signed. Its bytes are kept for ever; the same facts give a document with the same words. */
export type RenderStatement = (facts: StatementFacts) => Promise<Uint8Array>
