// What the list is measured against: a bare node:http server, and pgbench, with the same statement for the same rows.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { readPage, walkOf } from '../src/applications/list-answer.ts'
import { connect, type Sql } from '../src/database/sql.ts'

const CONNECTIONS = 10 // as the service has

/** Answers /IIN with the first page of that person as JSON. Says on its output where it listens. */
export function serveBare(databaseUrl: string): void {
  const sql = connect(databaseUrl, { connections: CONNECTIONS })
  const server = createServer((request, response) => {
    const walk = walkOf((request.url ?? '').slice(1), { sort: 'newest', limit: 25 })
    readPage(sql, walk, new Date()).then(
      answer => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer)),
      error => response.writeHead(500).end(String(error)),
    )
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(JSON.stringify({ ready: true, port: typeof address === 'object' ? address?.port : undefined }))
  })
}

/** On PATH, or where Debian keeps it. */
export function findPgbench(): string | undefined {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : []
  const folders = [...(process.env['PATH'] ?? '').split(':'), ...versions.map(one => path.join(debian, one, 'bin'))]
  return folders.map(folder => path.join(folder, 'pgbench')).find(existsSync)
}

/** The statement of the first page of a person with its values named p1, p2 …, as pgbench reads it. */
export async function writeScript(databaseUrl: string, iin: string, file: string): Promise<Record<string, string>> {
  let statement = ''
  let values: readonly unknown[] = []
  const sql = postgres(databaseUrl, {
    max: 1,
    debug: (_connection, text, parameters) => {
      statement = text
      values = parameters
    },
  })
  await readPage(sql as unknown as Sql, walkOf(iin, { sort: 'newest', limit: 25 }), new Date())
  writeFileSync(file, `${statement.replace(/\$(\d+)/g, ':p$1')};\n`)
  await sql.end()
  return Object.fromEntries(values.map((value, i) => [`p${i + 1}`, String(value)]))
}

type Script = { readonly file: string; readonly values: Readonly<Record<string, string>> }

/** Statements a second by `clients` connections, prepared and planned as the service's are. */
export async function runPgbench(
  pgbench: string,
  databaseUrl: string,
  script: Script,
  seconds: number,
): Promise<number> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl)
  const named = Object.entries(script.values).flatMap(([name, value]) => ['-D', `${name}=${value}`])
  const { stdout } = await promisify(execFile)(
    pgbench,
    [
      ...['-n', '-M', 'prepared', '-c', String(CONNECTIONS), '-T', String(seconds), '-f', script.file, ...named],
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
  return Number(/tps = ([\d.]+)/.exec(stdout)?.[1])
}
