// The list over HTTP, for people with few and with many applications: npm run bench:list [-- --applications N --data DIR]
// The real service with the embedded PostgreSQL, in processes of their own; a bare server and pgbench with the same statement.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { startChild } from '../../ops/child.mjs'
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { startWorld, type World } from '../../ops/world.mjs'
import { addAccount } from '../src/accounts/add-account.ts'
import { openEmbedded } from '../src/database/embedded-database.ts'
import { migrate } from '../src/database/migrate.ts'
import { connect } from '../src/database/sql.ts'
import { places, projectRoot } from '../src/root.ts'
import { findPgbench, runPgbench, serveBare, writeScript } from './bare-list.ts'
import { makeApplications, PERSONS } from './list-data.ts'
import { cookiesOf, PASSWORD } from './people.ts'

const ROUNDS = 5
const FEWEST = 25 // rows that the others are compared with
const MOST = 10_000
const PAGE = 25 // rows of a full page
const RATE = 40 // pages a second where it is asked how long one takes
const CONNECTIONS = 8 // of autocannon where it is asked how many there are in a second

const { values: options } = parseArgs({
  allowPositionals: true, // this file, for whoever bundles it
  options: {
    applications: { type: 'string', default: '1000000' },
    data: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    bare: { type: 'string' }, // the address of a database: only be the bare server
  },
})
const SECONDS = Number(options.seconds)

async function main(): Promise<void> {
  const dataDir = options.data ? path.resolve(options.data) : mkdtempSync(path.join(tmpdir(), 'otinish-bench-list-'))
  try {
    await prepare(dataDir)
    const world = await startWorld({ dataDir, mode: 'test' })
    await measure(world, dataDir).finally(() => world.stop())
  } finally {
    if (!options.data) rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Applications and the people whose lists are measured: made once for a folder. */
async function prepare(dataDir: string): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const done = path.join(dataDir, `has-${options.applications}-applications`)
  if (existsSync(done)) return
  const root = projectRoot()
  const { ownerUrl, stop } = await openEmbedded({ root, dataDir })
  await migrate(ownerUrl, 'otinish_service', places(root).migrations, new Date())
  const sql = connect(ownerUrl, { connections: 1, statementTimeout: 0 })
  const began = Date.now()
  await makeApplications(sql, Number(options.applications))
  for (const { iin } of PERSONS) {
    await sql`
      insert into person (iin, surname, name, birth_date, standing, as_of)
      values (${iin}, 'СЫНАҚБАЕВ', 'СЫНАҚ', '1999-01-01', 'capable', now())`
    const facts = { mode: 'test', mail: 'somebody@example.kz', phone: '+77010000001', language: 'kk' } as const
    await addAccount(sql, { ...facts, iin, password: PASSWORD, now: new Date() })
  }
  await sql.end()
  await stop()
  writeFileSync(done, '')
  console.log(`${options.applications} applications were made in ${((Date.now() - began) / 1000).toFixed(0)} s`)
}

async function measure(world: World, dataDir: string): Promise<void> {
  const cookies = await signInAll(world)
  const { serviceUrl, stop } = await openEmbedded({ root: projectRoot(), dataDir }) // it runs already
  try {
    await throughput(world, cookies, serviceUrl)
    await flatness(world, cookies)
  } finally {
    await stop()
  }
}

/** Nobody outside knows these people: they come in while the state database is silent (S-12), and then it answers again. */
async function signInAll({ url, simulators }: World): Promise<Map<string, string>> {
  const behave = (mode: string) =>
    fetch(`${simulators.gbdfl}/control`, { method: 'POST', body: JSON.stringify({ mode }) })
  await behave('fail')
  const cookies = new Map<string, string>()
  for (const { iin } of PERSONS) cookies.set(iin, await cookiesOf(url, iin))
  await behave('answer')
  for (let i = 0; i < 20; i++) {
    const cookie = await cookiesOf(url, DEMO_ACCOUNT.iin) // whose answer is met: a page says so at the latest 20 s later
    const page = await (await fetch(`${url}/kk/applications`, { headers: { cookie } })).text()
    if (!page.includes('class="announcements"')) return cookies
    await wait(3_000)
  }
  throw new Error('the pages still announce an outage')
}

type Load = { readonly url: string; readonly cookie?: string; readonly rate?: number; readonly seconds?: number }
type Times = { readonly aSecond: number; readonly p50: number; readonly p95: number; readonly all: readonly number[] }

/** autocannon itself tells of no p95. */
function load({ url, cookie = '', rate, seconds = SECONDS }: Load): Promise<Times> {
  const times: number[] = []
  const paced = rate ? { connections: 2, overallRate: rate } : { connections: CONNECTIONS }
  return new Promise((resolve, reject) => {
    const running = autocannon({ url, headers: { cookie }, duration: seconds, ...paced }, error =>
      error
        ? reject(error)
        : resolve({
            aSecond: times.length / seconds,
            p50: quantile(times, 0.5),
            p95: quantile(times, 0.95),
            all: times,
          }),
    )
    running.on('response', (_client, status, _bytes, ms) => {
      times.push(ms)
      if (status !== 200) reject(new Error(`${url} answered ${status}`))
    })
  })
}

/** As many pages as go, from the service and from the bare server; and the statement alone. */
async function throughput(world: World, cookies: ReadonlyMap<string, string>, databaseUrl: string): Promise<void> {
  const { iin } = personWith(FEWEST)
  const bare = await startChild([fileURLToPath(import.meta.url), '--bare', databaseUrl], {
    ...{ env: process.env, cwd: projectRoot() },
    isReady: line => line['ready'] === true,
  })
  const pgbench = findPgbench()
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'otinish-pgbench-')), 'list.sql')
  const script = { file, values: await writeScript(databaseUrl, iin, file) }
  const ours = { url: `${world.url}/kk/applications`, cookie: cookies.get(iin) ?? '' }
  const theirs = { url: `http://127.0.0.1:${bare.ready['port']}/${iin}` }
  const rounds: { ours: Times; theirs: Times; alone: number }[] = []
  try {
    for (const one of [ours, theirs]) await load(one) // warming
    for (let i = 0; i < ROUNDS; i++)
      rounds.push({
        ours: await load(ours),
        theirs: await load(theirs),
        alone: pgbench ? await runPgbench(pgbench, databaseUrl, script, SECONDS) : Number.NaN,
      })
  } finally {
    await bare.stop()
    rmSync(path.dirname(file), { recursive: true })
  }
  const ratio = median(rounds.map(({ ours, theirs }) => ours.aSecond / theirs.aSecond))
  const told = (times: readonly Times[]) =>
    `${median(times.map(one => one.aSecond)).toFixed(0)} a second, p50 ${median(times.map(one => one.p50)).toFixed(1)} ms, p95 ${median(times.map(one => one.p95)).toFixed(1)} ms`
  console.log(
    [
      `the first page of 25 rows, ${options.applications} applications, ${availableParallelism()} × ${cpus()[0]?.model}, Node ${process.version}, ${CONNECTIONS} at once, medians of ${ROUNDS} rounds of ${SECONDS} s in turns`,
      `  the service, signed in, a whole page:    ${told(rounds.map(round => round.ours))}`,
      `  a bare node:http server, the same query: ${told(rounds.map(round => round.theirs))}`,
      `  pgbench, the statement alone:            ${pgbench ? `${median(rounds.map(({ alone }) => alone)).toFixed(0)} a second` : 'pgbench was not found'}`,
      `  service to bare server, round by round:  ${rounds.map(({ ours, theirs }) => (ours.aSecond / theirs.aSecond).toFixed(2)).join(' ')}`,
      `  ratio: ${ratio.toFixed(2)} (budget at least 0.5): ${ratio >= 0.5 ? 'within' : 'MISSED'}`,
    ].join('\n'),
  )
}

/** How long a page takes, at a pace that leaves the machine idle, for people with more and more rows. */
async function flatness(world: World, cookies: ReadonlyMap<string, string>): Promise<void> {
  const ways = await Promise.all(
    PERSONS.map(async ({ iin, rows }) => {
      const cookie = cookies.get(iin) ?? ''
      const ways = await waysOf(world, cookie, rows)
      return { rows, cookie, ways, full: await fullOf(world, cookie, ways) }
    }),
  )
  const found = new Map<string, number[]>()
  for (let i = 0; i <= ROUNDS; i++)
    for (const { rows, cookie, ways: addresses } of ways)
      for (const [name, address] of Object.entries(addresses)) {
        const { all } = await load({ url: world.url + address, cookie, rate: RATE, seconds: Math.max(1, SECONDS / 3) })
        if (i > 0) found.set(`${name} ${rows}`, [...(found.get(`${name} ${rows}`) ?? []), ...all]) // the first warms
      }
  const p95 = (name: string, rows: number) => quantile(found.get(`${name} ${rows}`) ?? [], 0.95)
  const names = Object.keys(ways[0]?.ways ?? {})
  const fewest = names.map(name => ways.find(({ full }) => full.has(name))?.rows ?? MOST)
  const ratios = names.map((name, i) => p95(name, MOST) / p95(name, fewest[i] ?? MOST))
  console.log(
    [
      `p95 of ${ROUNDS} rounds in ms at ${RATE} a second, by the number of the person's rows`,
      `  ${''.padEnd(28)}${PERSONS.map(({ rows }) => String(rows).padStart(8)).join('')}   ${MOST} to the fewest that fill the page`,
      ...names.map(
        (name, i) =>
          `  ${name.padEnd(28)}${PERSONS.map(({ rows }) => p95(name, rows).toFixed(1).padStart(8)).join('')}   ${ratios[i]?.toFixed(2)} (${fewest[i]})`,
      ),
      `  the worst ratio: ${Math.max(...ratios).toFixed(2)} (budget 1.5): ${Math.max(...ratios) <= 1.5 ? 'within' : 'MISSED'}`,
    ].join('\n'),
  )
}

/** Addresses of one person's list: its beginning, its middle, and under each filter. */
async function waysOf(world: World, cookie: string, rows: number): Promise<Record<string, string>> {
  const start = '/kk/applications'
  const next = async (address: string) => {
    const page = await (await fetch(world.url + address, { headers: { cookie } })).text()
    return /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? address
  }
  let middle = start
  for (let i = 0; i < rows / 50; i++) middle = await next(middle)
  return {
    'the first page': start,
    'the middle page': middle,
    'oldest first': `${start}?sort=oldest`,
    'by status': `${start}?status=executed`,
    'by kind': `${start}?kind=pay-age`,
    'by kind and status': `${start}?kind=pay-age&status=executed`,
    'by the beginning of a number': `${start}?q=${Math.ceil(rows / 2)}`,
    'by the words of a kind': `${start}?q=${encodeURIComponent('реквизитов')}`,
  }
}

/** Under which filters a person has a full page: one of a few rows is no measure for one of many. */
async function fullOf(world: World, cookie: string, ways: Readonly<Record<string, string>>): Promise<Set<string>> {
  const full = new Set<string>()
  for (const [name, address] of Object.entries(ways)) {
    const page = await (await fetch(world.url + address, { headers: { cookie } })).text()
    if (page.match(/<tr id="/g)?.length === PAGE) full.add(name)
  }
  return full
}

function personWith(rows: number) {
  const found = PERSONS.find(person => person.rows === rows)
  if (!found) throw new Error(`nobody has ${rows} rows`)
  return found
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

if (options.bare) serveBare(options.bare)
else await main()
