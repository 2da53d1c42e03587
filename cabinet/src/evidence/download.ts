// What the person may take away of a withdrawal: the statement, the signature.
import type { Sql } from '../database/sql.ts'
import { readPieces } from './pieces.ts'
import type { Vault } from './vault.ts'

export const DOWNLOADS = ['statement', 'signature'] as const
export type Downloaded = (typeof DOWNLOADS)[number]

export type Download = { readonly mediaType: string; readonly content: Uint8Array }

type Needs = { readonly sql: Sql; readonly vault: Vault }

/** One's own, `erased` when the key was destroyed on demand of the law, or undefined. */
export const downloadEvidence =
  ({ sql, vault }: Needs) =>
  async (iin: string, registration: string, what: Downloaded): Promise<Download | 'erased' | undefined> => {
    if (!REGISTRATION.test(registration)) return undefined
    const found = await readPieces(sql, vault, { iin, registration, names: [what] })
    return found === 'erased' ? found : found[0]
  }

/** '1042-ОЖ', as the table admits it. */
const REGISTRATION = /^[1-9][0-9]{0,18}-ОЖ$/
