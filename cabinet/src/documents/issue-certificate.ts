// A certificate of the status of one's own application: issued once while nothing changes on a day, kept, found by its code.
import { randomBytes } from 'node:crypto'
import type { Details } from '../applications/view.ts'
import { recordAct } from '../audit/act.ts'
import { almatyDate, almatyMidnight, plusDays } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Vault } from '../evidence/vault.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'
import { type AskedCertificate, CERTIFICATES_A_DAY, saysTheSame } from './decide.ts'
import { applicantOf, filedFacts, type Named, standingFacts } from './facts-of.ts'
import type { Certificate } from './paper.ts'
import { codesOf, hashOfCode } from './paper-code.ts'
import { countCertificates, keepPaper, newestCertificate, nextCertificateNumber } from './paper-store.ts'
import { codeOfCertificate } from './read-certificate.ts'

export type IssueNeeds = {
  readonly sql: Sql
  readonly vault: Vault
  readonly hash: KeyedHash
  readonly details: (iin: Iin, id: string) => Promise<Details | undefined>
  readonly days: number // on which it can be checked
  readonly now: () => Date
}

export type Asking = {
  readonly person: Named
  readonly id: string
  readonly language: Language
  readonly request: string
}

export type IssueOutcome =
  | { readonly kind: 'issued'; readonly number: string }
  | { readonly kind: 'refusal'; readonly code: 'not-found' | 'certificates-used-up' }

export const issueCertificate =
  (needs: IssueNeeds) =>
  async ({ person, id, language, request }: Asking): Promise<IssueOutcome> => {
    const at = needs.now()
    const details = await needs.details(person.iin, id)
    if (!details) return { kind: 'refusal', code: 'not-found' }
    const asked = askedOf(details, person, { language, at })
    return needs.sql.begin(async tx => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${`certificates:${person.iin}`}, 0))`
      const newest = await newestCertificate(tx, needs.vault, { iin: person.iin, application: id, language })
      if (newest && saysTheSame(newest.facts, asked) && codeOfCertificate(id, newest, needs.hash))
        return { kind: 'issued', number: newest.facts.number }
      const today = almatyMidnight(almatyDate(at))
      if ((await countCertificates(tx, person.iin, today)) >= CERTIFICATES_A_DAY)
        return { kind: 'refusal', code: 'certificates-used-up' }
      const number = await issue(tx, needs, { id, asked, at, person })
      const { iin } = person
      await recordAct(tx, {
        ...{ at, act: 'certificate-issued', actor: { kind: 'person' }, iin, application: id, outcome: number, request },
      })
      return { kind: 'issued', number }
    })
  }

type When = { readonly language: Language; readonly at: Date }

function askedOf({ row: { application }, deadline }: Details, person: Named, { language, at }: When): AskedCertificate {
  return {
    paper: 'certificate',
    applicant: applicantOf(person),
    application: filedFacts(application),
    language,
    standing: standingFacts(application),
    deadline: deadline?.date ?? null,
    asOf: at.toISOString(),
  }
}

type Issue = { readonly id: string; readonly asked: AskedCertificate; readonly at: Date; readonly person: Named }

async function issue(tx: Tx, { vault, hash, days }: IssueNeeds, { id, asked, at, person }: Issue): Promise<string> {
  const number = await nextCertificateNumber(tx)
  const validUntil = plusDays(almatyDate(at), days)
  const facts: Certificate = { ...asked, number, validUntil, salt: randomBytes(16).toString('base64url') }
  const [code] = codesOf({ application: id, facts }, hash)
  await keepPaper(tx, vault, { code: hashOfCode(code), iin: person.iin, application: id, facts, at })
  return number
}
