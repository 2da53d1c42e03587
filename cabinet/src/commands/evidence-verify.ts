// `otinish evidence verify`: the whole archive judged anew, without a network; whatever does not hold is named.
import { readArchiveConfig } from '../config.ts'
import { connect } from '../database/sql.ts'
import { openArchiveThreads } from '../evidence/archive-threads.ts'
import { type Head, headsIn, readHeads } from '../evidence/noted-heads.ts'
import { readSealPins } from '../evidence/seal-pins.ts'
import { openVault } from '../evidence/vault.ts'
import { type Tally, verifyArchive } from '../evidence/verify-archive.ts'
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

export async function evidenceVerify(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  worker?: URL,
): Promise<void> {
  const heads = await readNoted(readOptions(args, ['head', 'heads']))
  const config = readArchiveConfig(environment)
  const vault = openVault(wrappingKeys(evidenceKeys(config)))
  const trust = readTrust(config.TRUST_DIR)
  const pins = readSealPins(config.TRUST_DIR)
  const { tally, last } = await withAddresses(config, async ({ service }) => {
    const sql = connect(service, { connections: 1, statementTimeout: 0 })
    const now = new Date()
    const threads = openArchiveThreads({ trust, pins, now, ...(worker ? { worker } : {}) })
    try {
      return await verifyArchive({ ...threads, sql, vault, trust, heads, now, onWrong: tellWrong })
    } finally {
      await threads.close()
      await sql.end()
    }
  })
  const { all, whole, ...others } = tally
  const noted = heads.length
  console.log(JSON.stringify({ event: 'evidence-verified', holds: `${whole} of ${all}`, ...others, noted, head: last }))
  if (noted === 0) console.log(JSON.stringify({ event: 'evidence-no-head-given', why: NO_HEAD }))
  if (tally.wrong > 0) throw new ArchiveError(sentence(tally))
}

const NO_HEAD = 'the newest withdrawals, removed together with their roots, would not be missed'

type Noted = { readonly head?: string; readonly heads?: string } // one, or a file of them

async function readNoted({ head, heads: file }: Noted): Promise<readonly Head[]> {
  const one = head === undefined ? [] : headsIn(head)
  if (head !== undefined && (one.length !== 1 || head.includes(' ')))
    throw new UsageError('--head: as evidence-root-made and this command print it, 214:<64 hexadecimal digits>')
  const many = file === undefined ? [] : await readHeads(file)
  if (file !== undefined && many.length === 0) throw new UsageError(`--heads: ${file} has none`)
  return [...one, ...many]
}

function tellWrong(what: string, why: readonly string[]): void {
  console.log(JSON.stringify({ event: 'evidence-wrong', what, why }))
}

function sentence({ all, whole, wrong }: Tally): string {
  return `the archive does not hold: ${whole} of ${all} withdrawals do, and ${wrong} things are wrong`
}
