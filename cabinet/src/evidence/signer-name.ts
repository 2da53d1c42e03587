// Who signed, by the certificate: the name stands there, under the key of its person, and in no row in clear.
import { readCertificate } from '@otinish/eds/x509/certificate'
import type { Sql } from '../database/sql.ts'
import { signerFacts } from '../signatures/examine.ts'
import { readPieces } from './pieces.ts'
import type { Vault } from './vault.ts'

/** Undefined when there is no such withdrawal, or its evidence was erased. */
export const findSignerName =
  (sql: Sql, vault: Vault) =>
  async (iin: string, registration: string): Promise<string | undefined> => {
    const found = await readPieces(sql, vault, { iin, registration, names: ['certificate'] })
    const [own] = found === 'erased' ? [] : found
    return own && signerName(own.content)
  }

/** From DER. Throws when it is no certificate. */
export function signerName(certificate: Uint8Array): string {
  return signerFacts(readCertificate(certificate)).commonName
}
