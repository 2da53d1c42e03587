// Papers that were made here: the hash of the code, the facts, from when until when. Lines are added and never changed.
import { almatyMidnight, plusDays } from '../calendar/almaty.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Vault } from '../evidence/vault.ts'
import type { Certificate, PaperFacts } from './paper.ts'
import { type KeptFacts, openApplicant, sealApplicant } from './sealed-applicant.ts'

export type NewPaper = {
  readonly code: Uint8Array // its hash
  readonly iin: string
  readonly application: string
  readonly facts: PaperFacts
  readonly at: Date
}

/** The same paper again is the one that is there. */
export async function keepPaper(tx: Tx, vault: Vault, { code, iin, application, facts, at }: NewPaper): Promise<void> {
  const validUntil = facts.paper === 'certificate' ? almatyMidnight(plusDays(facts.validUntil, 1)) : null
  const sealed = sealApplicant(await vault.keyFor(tx, iin, at), code, facts)
  await tx`
    insert into paper (code, iin, application, kind, facts, applicant, sealed_by, issued_at, valid_until)
    values (${code}, ${iin}, ${application}, ${facts.paper}, ${sealed.facts}::text::json, ${sealed.applicant},
            ${sealed.sealed_by}, ${at}, ${validUntil})
    on conflict (code) do nothing`
}

/** Asked first: the same paper is downloaded again and again. */
export const keepOnce =
  (sql: Sql, vault: Vault) =>
  async (paper: NewPaper): Promise<void> => {
    const known = await sql`select from paper where code = ${paper.code}`
    if (known.length === 0) await sql.begin(tx => keepPaper(tx, vault, paper))
  }

export type KeptPaper = {
  readonly iin: string
  readonly application: string
  readonly facts: PaperFacts
  readonly issued_at: Date
  readonly valid_until: Date | null
}

type PaperRow = Omit<KeptPaper, 'facts'> & KeptFacts

/** Undefined also when its person's key was destroyed: nobody can say any more what it said. */
export const findPaper =
  (sql: Sql, vault: Vault) =>
  async (code: Uint8Array): Promise<KeptPaper | undefined> => {
    const [row] = await sql<PaperRow[]>`
      select code, iin, application, facts, applicant, sealed_by, issued_at, valid_until from paper where code = ${code}`
    return row && open(sql, vault, row)
  }

async function open<R extends KeptFacts & { readonly iin: string }>(sql: Sql | Tx, vault: Vault, row: R) {
  const key = row.sealed_by === null ? undefined : await vault.findKey(sql, row.iin)
  const facts = openApplicant(key, row)
  return facts && { ...row, facts }
}

export type KeptCertificate = { readonly code: Uint8Array; readonly facts: Certificate }

type CertificateRow = KeptFacts & { readonly iin: string }

/** The newest certificate of an application in a language. */
export async function newestCertificate(
  tx: Tx,
  vault: Vault,
  { iin, application, language }: { iin: string; application: string; language: string },
): Promise<KeptCertificate | undefined> {
  const [row] = await tx<CertificateRow[]>`
    select code, iin, facts, applicant, sealed_by from paper
     where iin = ${iin} and application = ${application} and kind = 'certificate' and facts->>'language' = ${language}
     order by issued_at desc, split_part(facts->>'number', '-', 1)::bigint desc limit 1`
  return row && certificateOf(await open(tx, vault, row))
}

/** How many certificates a person was given since a moment. */
export async function countCertificates(tx: Tx, iin: string, since: Date): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from paper where iin = ${iin} and kind = 'certificate' and issued_at >= ${since}`
  return row?.count ?? 0
}

/** A certificate of one's own, by its number. */
export async function findCertificate(
  sql: Sql,
  vault: Vault,
  { iin, application, number }: { iin: string; application: string; number: string },
): Promise<KeptCertificate | undefined> {
  const [row] = await sql<CertificateRow[]>`
    select code, iin, facts, applicant, sealed_by from paper
     where iin = ${iin} and application = ${application} and kind = 'certificate' and facts->>'number' = ${number}`
  return row && certificateOf(await open(sql, vault, row))
}

function certificateOf(row: { readonly code: Buffer; readonly facts: PaperFacts } | undefined) {
  return row?.facts.paper === 'certificate' ? { code: row.code, facts: row.facts } : undefined
}

export async function nextCertificateNumber(tx: Tx): Promise<string> {
  const [row] = await tx<{ number: string }[]>`select nextval('certificate_number') as number`
  return `${row?.number}-МА`
}
