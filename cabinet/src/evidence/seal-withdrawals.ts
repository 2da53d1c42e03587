// Of withdrawals: pieces of evidence, statements with their facts, signatures that were sent, the name in the record.
import type { Tx } from '../database/sql.ts'
import { sealFacts } from '../withdrawal/statement-facts.ts'
import { sealPiece } from './sealed.ts'
import { AT_ONCE, type Sealing, type SealNeeds } from './sealing.ts'

type PieceRow = {
  readonly iin: string
  readonly registration: string
  readonly piece: string
  readonly position: number
  readonly content: Buffer
}

export const sealPieces: Sealing = {
  table: 'withdrawal_evidence',
  plain: 'sealed_by is null',
  some: async (tx, { vault, now }) => {
    const rows = await tx<PieceRow[]>`
      select iin, registration, piece, position, content from withdrawal_evidence where sealed_by is null
       order by iin, registration, piece, position limit ${AT_ONCE} for update`
    for (const { iin, registration, piece, position, content: plain } of rows) {
      const key = await vault.keyFor(tx, iin, now)
      const { content, sha256, sealed_by } = sealPiece(key, { of: registration, piece, position }, plain)
      await tx`
        update withdrawal_evidence set content = ${content}, sha256 = ${sha256}, sealed_by = ${sealed_by}
         where iin = ${iin} and registration = ${registration} and piece = ${piece} and position = ${position}`
    }
    return rows.length
  },
}

type DraftRow = {
  readonly iin: string
  readonly id: string
  readonly document: Buffer
  readonly facts: unknown // null: sealed already
  readonly sealed_by: string | null
}

export const sealDrafts: Sealing = {
  table: 'withdrawal_draft',
  plain: '(sealed_by is null or facts is not null)',
  some: async (tx, needs) => {
    const rows = await tx<DraftRow[]>`
      select iin, id, document, facts, sealed_by from withdrawal_draft where sealed_by is null or facts is not null
       order by iin, id limit ${AT_ONCE} for update`
    for (const row of rows) await sealDraft(tx, needs, row)
    return rows.length
  },
}

/** The document may be under the key already, as it was before the facts were; and the key may have been destroyed since. */
async function sealDraft(tx: Tx, { vault, now }: SealNeeds, { iin, id, document, facts, sealed_by }: DraftRow) {
  const key = sealed_by === null ? await vault.keyFor(tx, iin, now) : await vault.holdKey(tx, iin)
  if (!key || (sealed_by !== null && sealed_by !== key.id)) {
    await tx`update withdrawal_draft set facts = null, sealed_facts = '' where id = ${id}` // the law has erased it
    return
  }
  const sealed = {
    ...(facts === null ? {} : { facts: null, sealed_facts: sealFacts(key, id, facts) }),
    ...(sealed_by === null ? { document: sealPiece(key, { of: id, piece: 'draft' }, document).content } : {}),
    sealed_by: key.id,
  }
  await tx`update withdrawal_draft set ${tx(sealed)} where id = ${id}`
}

type SignatureRow = { readonly iin: string; readonly id: string; readonly cms: Buffer }

export const sealSignatures: Sealing = {
  table: 'withdrawal_signature',
  plain: 'sealed_by is null',
  some: async (tx, { vault, now }) => {
    const rows = await tx<SignatureRow[]>`
      select iin, id, cms from withdrawal_signature where sealed_by is null
       order by iin, id limit ${AT_ONCE} for update`
    for (const { iin, id, cms: plain } of rows) {
      const { content, sealed_by } = sealPiece(await vault.keyFor(tx, iin, now), { of: id, piece: 'cms' }, plain)
      await tx`
        update withdrawal_signature set cms = ${content}, sealed_by = ${sealed_by} where iin = ${iin} and id = ${id}`
    }
    return rows.length
  },
}

const NAMED = `certificate ? 'commonName'`

/** The name is in the certificate that is kept as evidence: here it is left out. */
export const dropNames: Sealing = {
  table: 'withdrawal',
  plain: NAMED,
  some: async tx => {
    const rows = await tx`
      update withdrawal w set certificate = w.certificate - 'commonName'
        from (select iin, registration from withdrawal where ${tx.unsafe(NAMED)}
               order by iin, registration limit ${AT_ONCE} for update) named
       where w.iin = named.iin and w.registration = named.registration
      returning w.registration`
    return rows.length
  },
}
