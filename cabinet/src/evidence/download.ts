// What the person may take away of a withdrawal: the receipt, the archive of evidence, the statement, the signature.
import type { Sql } from '../database/sql.ts'
import { readRegistration } from '../withdrawal/read-registration.ts'
import { archive, type Pieces } from './archive.ts'
import type { Due } from './complete-evidence.ts'
import { type PieceName, readPieces } from './pieces.ts'
import { readme } from './readme.ts'
import type { Vault } from './vault.ts'

export const DOWNLOADS = ['receipt', 'evidence', 'statement', 'signature'] as const
export type Downloaded = (typeof DOWNLOADS)[number]

export type Download = { readonly mediaType: string; readonly content: Uint8Array }

type Needs = {
  readonly sql: Sql
  readonly vault: Vault
  readonly complete: (due: Due) => Promise<void>
}

/** One's own, `erased` when the key was destroyed on demand of the law, or undefined. */
export const downloadEvidence =
  (needs: Needs) =>
  async (iin: string, registration: string, what: Downloaded): Promise<Download | 'erased' | undefined> => {
    if (!REGISTRATION.test(registration)) return undefined
    if (what === 'receipt' || what === 'evidence') await needs.complete({ iin, registration }) // when nobody has yet
    const names: readonly PieceName[] = what === 'evidence' ? EVERY : [what, 'statement'] // which is always there, unless erased
    const found = await readPieces(needs.sql, needs.vault, { iin, registration, names })
    if (found === 'erased') return found
    if (what === 'evidence') return archived(needs, { iin, registration }, found)
    return found.find(({ piece }) => piece === what)
  }

/** '1042-ОЖ', as the table admits it. */
const REGISTRATION = /^[1-9][0-9]{0,18}-ОЖ$/

const EVERY: readonly PieceName[] = [
  ...(['statement', 'signature', 'extended', 'certificate', 'revocation', 'timestamp', 'report'] as const),
  ...(['registration', 'receipt', 'seal'] as const),
]

async function archived({ sql }: Needs, due: Due, pieces: Pieces): Promise<Download | undefined> {
  const kept = await readRegistration(sql, due)
  return kept && { mediaType: 'application/zip', content: archive(pieces, readme(kept.registration)) }
}
