// `otinish evidence`: what proves withdrawals, kept for years. Keys of persons are wrapped anew or destroyed; what is older is sealed.
import { parseIin } from '../citizens/iin.ts'
import { readEvidenceConfig } from '../config.ts'
import type { Sql } from '../database/sql.ts'
import { type ErasureOutcome, erasePerson } from '../evidence/erase-person.ts'
import { rewrapKeys } from '../evidence/rewrap-keys.ts'
import { sealExisting } from '../evidence/seal-existing.ts'
import { openVault } from '../evidence/vault.ts'
import { wrappingKeys } from '../evidence/wrapping-keys.ts'
import { evidenceKeys } from '../secrets.ts'
import { evidenceVerify } from './evidence-verify.ts'
import { readTwoPeople } from './two-people.ts'
import { UsageError } from './usage.ts'
import { withDatabase } from './with-database.ts'

/** The command cannot do what it was asked to. */
export class EvidenceError extends Error {
  override readonly name = 'EvidenceError'
}

/** `worker`: the threads of `verify`, where they are not beside the program. */
export async function evidenceCommand(
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
  worker?: URL,
): Promise<void> {
  const [act, ...rest] = args
  if (act === 'seal') return counted('evidence-sealed', rest, environment, seal)
  if (act === 'rewrap') return rewrap(rest, environment)
  if (act === 'erase') return erase(rest, environment)
  if (act === 'verify') return evidenceVerify(rest, environment, worker)
  throw new UsageError()
}

type Keys = ReturnType<typeof wrappingKeys>
type Work = (owner: Sql, keys: Keys, how: { readonly dryRun: boolean }) => Promise<number>

const seal: Work = (owner, keys, how) => sealExisting({ owner, vault: openVault(keys), now: new Date() }, how)

async function counted(event: string, args: readonly string[], env: NodeJS.ProcessEnv, work: Work): Promise<void> {
  const dryRun = args[0] === '--dry-run'
  if (args.length > (dryRun ? 1 : 0)) throw new UsageError()
  const count = await asOwner(env, (owner, keys) => work(owner, keys, { dryRun }))
  console.log(JSON.stringify({ event, count, dryRun }))
}

async function rewrap(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  let closed = 0
  const onClosed = (key: string, why: string) => {
    closed++
    console.log(JSON.stringify({ event: 'key-not-rewrapped', key, why }))
  }
  const work: Work = (owner, keys, how) => rewrapKeys(owner, keys, { ...how, onClosed })
  await counted('keys-rewrapped', args, environment, work)
  if (closed > 0) throw new EvidenceError(`keys of persons that do not open, and stay as they are: ${closed}`)
}

async function erase(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { iin: typed, by, approvedBy } = readTwoPeople(args, ['iin'])
  const iin = parseIin(typed ?? '')
  if (!iin) throw new UsageError('--iin: required, twelve digits')
  const outcome = await asOwner(environment, owner => erasePerson(owner, { iin, by, approvedBy, at: new Date() }))
  if (outcome !== 'erased') throw new EvidenceError(NOT_ERASED[outcome])
  console.log(JSON.stringify({ event: 'evidence-erased' }))
}

const NOT_ERASED = {
  nothing: 'nothing is kept under a key of this person: it was erased before, or there never was anything',
  undecided:
    'a withdrawal of this person is under way: wait until it is decided and its statement has run out (30 minutes)',
  plain:
    'something of this person is kept in clear, as before evidence was encrypted: run `otinish evidence seal` first',
} as const satisfies Record<Exclude<ErasureOutcome, 'erased'>, string>

async function asOwner<T>(environment: NodeJS.ProcessEnv, work: (owner: Sql, keys: Keys) => Promise<T>): Promise<T> {
  const config = readEvidenceConfig(environment)
  if (config.DATABASE_URL && !config.MIGRATIONS_DATABASE_URL)
    throw new EvidenceError('MIGRATIONS_DATABASE_URL: required, the service itself changes no evidence')
  const keys = wrappingKeys(evidenceKeys(config))
  return withDatabase(config, owner => work(owner, keys))
}
