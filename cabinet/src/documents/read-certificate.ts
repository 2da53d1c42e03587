// A certificate of one's own that was issued: its facts and its code, from which its PDF is made again as it was.
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import type { Vault } from '../evidence/vault.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Certificate } from './paper.ts'
import { codesOf, hashOfCode } from './paper-code.ts'
import { findCertificate, type KeptCertificate } from './paper-store.ts'

export type IssuedCertificate = { readonly facts: Certificate; readonly code: string }

/** `undefined` for somebody else's, an unknown one, an erased one, and one whose code can no longer be made: it can still be checked. */
export const readCertificate =
  (sql: Sql, vault: Vault, hash: KeyedHash) =>
  async (iin: Iin, application: string, number: string): Promise<IssuedCertificate | undefined> => {
    const kept = await findCertificate(sql, vault, { iin, application, number })
    const code = kept && codeOfCertificate(application, kept, hash)
    return kept && code ? { facts: kept.facts, code } : undefined
  }

/** Under whichever key it was issued, as long as that one is accepted. */
export function codeOfCertificate(
  application: string,
  { code, facts }: Pick<KeptCertificate, 'code' | 'facts'>,
  hash: KeyedHash,
): string | undefined {
  return codesOf({ application, facts }, hash).find(made => hashOfCode(made).equals(code))
}
