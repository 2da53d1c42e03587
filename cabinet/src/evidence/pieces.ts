// The pieces that prove a withdrawal, each under the key of its person. Added and never changed.
import type { Sql, Tx } from '../database/sql.ts'
import { openPiece, sealPiece } from './sealed.ts'
import type { PersonKey, Vault } from './vault.ts'

export type PieceName =
  | 'statement' // the document, as it was signed
  | 'signature' // as it came
  | 'certificate' // 0 is the signer's, then its issuers
  | 'revocation' // the authority's answer
  | 'timestamp'
  | 'extended' // the signature with both beside it
  | 'report' // of the verification: 0 JSON, 1 on paper
  | 'registration' // its record, JSON
  | 'receipt'
  | 'seal' // of the fund: 0 on the registration, 1 on the receipt

export type Piece = {
  readonly piece: PieceName
  readonly position?: number // 0 unless there are several
  readonly mediaType: string
  readonly content: Uint8Array
}

/** All of them. Throws when one is there already. */
export async function keepPieces(
  tx: Tx,
  { key, registration }: { readonly key: PersonKey; readonly registration: string },
  pieces: readonly Piece[],
): Promise<void> {
  const rows = pieces.map(({ piece, position = 0, mediaType, content }) => ({
    ...{ iin: key.iin, registration, piece, position, media_type: mediaType },
    ...sealPiece(key, { of: registration, piece, position }, content),
  }))
  await tx`insert into withdrawal_evidence ${tx(rows)}`
}

type Row = {
  readonly piece: PieceName
  readonly position: number
  readonly media_type: string
  readonly content: Buffer
  readonly sealed_by: string | null
}

/**
 * Those of one withdrawal that have these names, in the order of name and position; `erased` when the person's key was destroyed.
 * Throws VaultError when one does not open.
 */
export async function readPieces(
  sql: Sql | Tx,
  vault: Pick<Vault, 'findKey'>,
  { iin, registration, names }: { iin: string; registration: string; names: readonly PieceName[] },
): Promise<readonly Required<Piece>[] | 'erased'> {
  const rows = await sql<Row[]>`
    select piece, position, media_type, content, sealed_by from withdrawal_evidence
     where iin = ${iin} and registration = ${registration} and piece = any(${names as PieceName[]})
     order by piece, position`
  const key = rows.some(row => row.sealed_by !== null) ? await vault.findKey(sql, iin) : undefined
  const opened = rows.map(row => opening(key, registration, row))
  return opened.includes('erased') ? 'erased' : opened.filter(piece => piece !== 'erased')
}

function opening(key: PersonKey | undefined, registration: string, row: Row): Required<Piece> | 'erased' {
  const { piece, position, media_type: mediaType } = row
  const content = openPiece(key, { of: registration, piece, position }, row)
  return content === 'erased' ? content : { piece, position, mediaType, content }
}
