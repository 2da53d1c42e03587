// Papers that were made here: the hash of the code, the facts, from when until when. Lines are added and never changed.
import { almatyMidnight, plusDays } from '../calendar/almaty.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Certificate, PaperFacts } from './paper.ts'

export type NewPaper = {
  readonly code: Uint8Array // its hash
  readonly iin: string
  readonly application: string
  readonly facts: PaperFacts
  readonly at: Date
}

/** The same paper again is the one that is there. */
export async function keepPaper(sql: Sql | Tx, { code, iin, application, facts, at }: NewPaper): Promise<void> {
  const validUntil = facts.paper === 'certificate' ? almatyMidnight(plusDays(facts.validUntil, 1)) : null
  await sql`
    insert into paper (code, iin, application, kind, facts, issued_at, valid_until)
    values (${code}, ${iin}, ${application}, ${facts.paper}, ${JSON.stringify(facts)}::text::json, ${at}, ${validUntil})
    on conflict (code) do nothing`
}

export type KeptPaper = {
  readonly iin: string
  readonly application: string
  readonly facts: PaperFacts
  readonly issued_at: Date
  readonly valid_until: Date | null
}

export const findPaper =
  (sql: Sql) =>
  async (code: Uint8Array): Promise<KeptPaper | undefined> => {
    const [row] = await sql<KeptPaper[]>`
      select iin, application, facts, issued_at, valid_until from paper where code = ${code}`
    return row
  }

export type KeptCertificate = { readonly code: Uint8Array; readonly facts: Certificate; readonly issued_at: Date }

/** The newest certificate of an application in a language. */
export async function newestCertificate(
  tx: Tx,
  { iin, application, language }: { iin: string; application: string; language: string },
): Promise<KeptCertificate | undefined> {
  const [row] = await tx<KeptCertificate[]>`
    select code, facts, issued_at from paper
     where iin = ${iin} and application = ${application} and kind = 'certificate' and facts->>'language' = ${language}
     order by issued_at desc, split_part(facts->>'number', '-', 1)::bigint desc limit 1`
  return row
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
  { iin, application, number }: { iin: string; application: string; number: string },
): Promise<KeptCertificate | undefined> {
  const [row] = await sql<KeptCertificate[]>`
    select code, facts, issued_at from paper
     where iin = ${iin} and application = ${application} and kind = 'certificate' and facts->>'number' = ${number}`
  return row
}

export async function nextCertificateNumber(tx: Tx): Promise<string> {
  const [row] = await tx<{ number: string }[]>`select nextval('certificate_number') as number`
  return `${row?.number}-МА`
}
