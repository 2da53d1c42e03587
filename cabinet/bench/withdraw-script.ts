// For the benchmark of withdrawals: the two transactions of one, recorded as the service sends them, replayed by pgbench for others.
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import type { Sql } from '../src/database/sql.ts'
import { openVault } from '../src/evidence/vault.ts'
import { wrappingKeys } from '../src/evidence/wrapping-keys.ts'
import { completionStore } from '../src/withdrawal/completion-store.ts'
import type { Proof } from '../src/withdrawal/evidence.ts'
import type { Prepared } from './withdraw-data.ts'

type Statement = { readonly text: string; readonly values: readonly unknown[] }
export type Script = { readonly file: string; readonly values: Readonly<Record<string, string>> }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const HOUR = 3_600_000

/** What a withdrawal by this signature sends to the database. */
async function record(
  databaseUrl: string,
  prepared: Prepared,
  proof: Proof,
  cms: Buffer,
): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const sql = postgres(databaseUrl, {
    max: 1,
    debug: (_connection, text, values) => void statements.push({ text, values: [...values] }),
  }) as unknown as Sql
  const store = completionStore(sql, openVault(wrappingKeys(['22'.repeat(32)])))
  const draft = await store.findDraft(prepared.draft)
  if (!draft) throw new Error('no draft')
  const now = new Date()
  const sent = { id: randomUUID(), cms, cms_sha256: createHash('sha256').update(cms).digest(), idempotency_key: null }
  const receipt = await store.receive(draft, {
    ...{ ...sent, way: 'api', received_at: now, give_up_at: new Date(now.getTime() + 24 * HOUR) },
  })
  if (receipt.kind !== 'received') throw new Error(`not received: ${receipt.kind}`)
  const { attempt } = receipt
  await store.settle({ attempt, draft, judgement: { kind: 'good', proof }, now, when: 'at-once' })
  await sql.end()
  return statements.filter(({ text }) => !/pg_catalog/.test(text))
}

/** As a script over `bench_queue`: what is of one person becomes a variable, every other identifier a new one each time. */
export async function writeScript(
  databaseUrl: string,
  { prepared, proof, cms, folder }: { prepared: Prepared; proof: Proof; cms: Buffer; folder: string },
): Promise<Script> {
  const statements = await record(databaseUrl, prepared, proof, cms)
  const values: Record<string, string> = {}
  const fresh = new Map<string, string>()
  const own = new Map(Object.entries(prepared).map(([name, value]) => [value, `:${name}`]))
  const write = (value: unknown, i: number, at: string): string => {
    if (value === null || value === undefined) return 'null'
    if (/insert into evidence_due/.test(at) && value instanceof Date) return "(now() + interval '1 day')" // not for the service
    const text = asText(value)
    const known = own.get(text)
    if (known) return known
    if (/^\d+-ОЖ$/.test(text)) return "concat(:number::text, '-ОЖ')"
    if (UUID.test(text)) {
      if (!fresh.has(text)) fresh.set(text, `u${fresh.size + 1}`)
      return `:${fresh.get(text)}`
    }
    if (/insert into message/.test(at) && /^[\w-]{6,40}$/.test(text) && /code/.test(at) && text !== 'withdrawn')
      return `substr(md5(random()::text), 1, ${text.length})`
    const name = `p${Object.keys(values).length + 1}_${i}`
    values[name] = text
    return `:${name}`
  }
  const lines = statements.map(({ text, values: given }) => {
    const written = text.replace(/\$(\d+)/g, (_, n: string) => write(given[Number(n) - 1], Number(n), text)).trim()
    return /nextval\('withdrawal_registration_number'\)/.test(text) ? `${written} \\gset` : `${written};`
  })
  const taken = [
    "select nextval('bench_next') as next \\gset",
    `select iin, application, draft${[...fresh.values()].map(name => `, gen_random_uuid() as ${name}`).join('')}`,
    '  from bench_queue where n = :next \\gset',
  ]
  const file = path.join(folder, 'withdraw.sql')
  writeFileSync(file, [...taken, ...lines].join('\n'))
  return { file, values }
}

function asText(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Withdrawals a second by `clients` connections, planned as the service's are. */
export async function replay(
  pgbench: string,
  databaseUrl: string,
  { file, values }: Script,
  { clients, each }: { readonly clients: number; readonly each: number },
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const running = promisify(execFile)(
    pgbench,
    [
      ...['-n', '-M', 'prepared', '-c', String(clients), '-t', String(each), '-f', file],
      ...Object.entries(values).flatMap(([name, value]) => ['-D', `${name}=${value}`]),
      ...['-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
    ],
    {
      env: {
        ...process.env,
        PGPASSWORD: decodeURIComponent(password),
        PGOPTIONS: '-c plan_cache_mode=force_generic_plan',
      },
    },
  )
  const { stdout } = await running.catch((error: { stderr?: string }) => {
    throw new Error(`pgbench: ${error.stderr?.slice(-500)}`) // its own message has the values, a megabyte of them
  })
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
}
