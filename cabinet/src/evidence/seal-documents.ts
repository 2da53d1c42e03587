// Of documents: the applicant of papers that were made here, and what the fund has sent.
import type { PaperFacts } from '../documents/paper.ts'
import { sealVersion } from '../documents/seal-version.ts'
import { sealApplicant } from '../documents/sealed-applicant.ts'
import { AT_ONCE, type Sealing } from './sealing.ts'

type PaperRow = { readonly iin: string; readonly code: Buffer; readonly facts: PaperFacts }

export const sealPapers: Sealing = {
  table: 'paper',
  plain: 'sealed_by is null',
  some: async (tx, { vault, now }) => {
    const rows = await tx<PaperRow[]>`
      select iin, code, facts from paper where sealed_by is null order by iin, code limit ${AT_ONCE} for update`
    for (const { iin, code, facts: plain } of rows) {
      const { facts, applicant, sealed_by } = sealApplicant(await vault.keyFor(tx, iin, now), code, plain)
      await tx`
        update paper set facts = ${facts}::text::json, applicant = ${applicant}, sealed_by = ${sealed_by} where code = ${code}`
    }
    return rows.length
  },
}

type SentRow = {
  readonly iin: string
  readonly application: string
  readonly kind: string
  readonly version: number
  readonly content: Buffer
}

const FEW = 10 // of up to five megabytes each

export const sealSentDocuments: Sealing = {
  table: 'sent_document',
  plain: 'sealed_by is null',
  some: async (tx, { vault, now }) => {
    const rows = await tx<SentRow[]>`
      select iin, application, kind, version, content from sent_document where sealed_by is null
       order by iin, application, kind, version limit ${FEW} for update`
    for (const row of rows) {
      const key = await vault.keyFor(tx, row.iin, now)
      const { content, sha256, sealed_by } = sealVersion(key, row, row.content)
      await tx`
        update sent_document set content = ${content}, sha256 = ${sha256}, sealed_by = ${sealed_by}
         where iin = ${row.iin} and application = ${row.application} and kind = ${row.kind} and version = ${row.version}`
    }
    return rows.length
  },
}
