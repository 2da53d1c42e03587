// What a statement says, as facts, beside its document: under the same key of its person.
import { openPiece, sealPiece } from '../evidence/sealed.ts'
import type { PersonKey } from '../evidence/vault.ts'
import type { StatementFacts } from './statement.ts'

/** As a row has them: in clear where they were kept before they were encrypted. `id`: of the draft. */
export type KeptFacts = {
  readonly id: string
  readonly facts: StatementFacts | null
  readonly sealed_facts: Buffer | null
  readonly sealed_by: string | null
}

export function sealFacts(key: PersonKey, id: string, facts: unknown): Buffer {
  return sealPiece(key, { of: id, piece: 'facts' }, Buffer.from(JSON.stringify(facts))).content
}

/** `erased`: the key was destroyed. Throws VaultError when they do not open. */
export function openFacts(key: PersonKey | undefined, kept: KeptFacts): StatementFacts | 'erased' {
  const { id, facts, sealed_facts: content, sealed_by } = kept
  if (content === null) return facts ?? 'erased'
  if (sealed_by === null) return 'erased' // no row of ours: what is encrypted names its key
  const opened = openPiece(key, { of: id, piece: 'facts' }, { sealed_by, content })
  return opened === 'erased' ? opened : (JSON.parse(Buffer.from(opened).toString()) as StatementFacts) // ours
}
