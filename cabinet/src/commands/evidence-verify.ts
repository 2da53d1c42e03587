// `otinish evidence verify`: the whole archive judged anew, without a network; whatever does not hold is named.
import { readArchiveConfig } from '../config.ts'
import { connect } from '../database/sql.ts'
import { openVault } from '../evidence/vault.ts'
import { type Head, type Tally, verifyArchive } from '../evidence/verify-archive.ts'
import { wrappingKeys } from '../evidence/wrapping-keys.ts'
import { evidenceKeys } from '../secrets.ts'
import { readTrust } from '../signatures/trust.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'
import { withAddresses } from './with-database.ts'

/** Something in the archive does not hold; what, was printed. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
}

export async function evidenceVerify(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { head: noted } = readOptions(args, ['head'])
  const head = noted === undefined ? undefined : readHead(noted)
  const config = readArchiveConfig(environment)
  const vault = openVault(wrappingKeys(evidenceKeys(config)))
  const trust = readTrust(config.TRUST_DIR)
  const { tally, last } = await withAddresses(config, async ({ service }) => {
    const sql = connect(service, { connections: 1, statementTimeout: 0 })
    try {
      return await verifyArchive({ sql, vault, trust, head, now: new Date(), onWrong: tellWrong })
    } finally {
      await sql.end()
    }
  })
  const { all, whole, ...others } = tally
  console.log(JSON.stringify({ event: 'evidence-verified', holds: `${whole} of ${all}`, ...others, head: last }))
  if (tally.wrong > 0) throw new ArchiveError(sentence(tally))
}

/** As the log and this command name it: '214:9f86…'. */
function readHead(noted: string): Head {
  const [, ordinal, link] = /^([1-9][0-9]{0,17}):([0-9a-f]{64})$/.exec(noted) ?? []
  if (ordinal === undefined || link === undefined)
    throw new UsageError('--head: as evidence-root-made and this command print it, 214:<64 hexadecimal digits>')
  return { ordinal, link }
}

function tellWrong(what: string, why: readonly string[]): void {
  console.log(JSON.stringify({ event: 'evidence-wrong', what, why }))
}

function sentence({ all, whole, wrong }: Tally): string {
  return `the archive does not hold: ${whole} of ${all} withdrawals do, and ${wrong} things are wrong`
}
