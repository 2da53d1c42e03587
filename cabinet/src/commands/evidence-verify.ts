// `otinish evidence verify`: the whole archive judged anew, without a network; whatever does not hold is named.
import { readArchiveConfig } from '../config.ts'
import { connect } from '../database/sql.ts'
import { openVault } from '../evidence/vault.ts'
import { type Tally, verifyArchive } from '../evidence/verify-archive.ts'
import { wrappingKeys } from '../evidence/wrapping-keys.ts'
import { evidenceKeys } from '../secrets.ts'
import { readTrust } from '../signatures/trust.ts'
import { UsageError } from './usage.ts'
import { withAddresses } from './with-database.ts'

/** Something in the archive does not hold; what, was printed. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}

export async function evidenceVerify(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  if (args.length > 0) throw new UsageError()
  const config = readArchiveConfig(environment)
  const vault = openVault(wrappingKeys(evidenceKeys(config)))
  const trust = readTrust(config.TRUST_DIR)
  const tally = await withAddresses(config, async ({ service }) => {
    const sql = connect(service, { connections: 1, statementTimeout: 0 })
    try {
      return await verifyArchive({ sql, vault, trust, now: new Date(), onWrong: tellWrong })
    } finally {
      await sql.end()
    }
  })
  const { all, whole, ...others } = tally
  console.log(JSON.stringify({ event: 'evidence-verified', holds: `${whole} of ${all}`, ...others }))
  if (tally.wrong > 0) throw new ArchiveError(sentence(tally))
}

function tellWrong(what: string, why: readonly string[]): void {
  console.log(JSON.stringify({ event: 'evidence-wrong', what, why }))
}

function sentence({ all, whole, wrong }: Tally): string {
  return `the archive does not hold: ${whole} of ${all} withdrawals do, and ${wrong} things are wrong`
}
