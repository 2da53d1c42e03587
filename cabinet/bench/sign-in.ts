// A thousand password sign-ins a minute beside everybody else's pages: npm run bench:sign-in
// The real service with the embedded PostgreSQL and the simulators, each a process of its own. The list of applications is
// asked for at a steady rate, in turns alone and while people sign in; then wrong passwords of known and unknown people.
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { startWorld, type World } from '../../ops/world.mjs'
import { addAccount } from '../src/accounts/add-account.ts'
import type { Sql } from '../src/database/sql.ts'
import { type Attempt, cookiesOf, PASSWORD, READER, type SignIn, signIn, withDatabase } from './people.ts'

const ROUNDS = 5
const SECONDS = 8 // of each half of a round
const A_MINUTE = 1_000 // sign-ins
const PAGES_A_SECOND = 100
const BUDGET = 2

const SIGNERS = ['851315400107', '901416300200', '991616400409'] as const
const BROWSERS = 30 // each known to its person, as browsers usually are
const GUESSES = 200 // of each kind; every one for another person from another address, so that none is held back

type Browser = () => Promise<SignIn>
type Half = { readonly pages: readonly number[]; readonly signIns: readonly SignIn[] }

async function main(): Promise<void> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'otinish-bench-'))
  const world = await startWorld({ dataDir, mode: 'test', settings: () => ({ TRUSTED_PROXIES: '1' }) })
  try {
    await withDatabase(dataDir, seed)
    const reader = await cookiesOf(world.url, READER)
    const browsers: Browser[] = []
    for (let i = 0; i < BROWSERS; i++) browsers.push(await openBrowser(world, i))
    await half(world, reader, browsers) // warming
    const rounds: { readonly idle: Half; readonly busy: Half }[] = []
    for (let i = 0; i < ROUNDS; i++)
      rounds.push({ idle: await half(world, reader, []), busy: await half(world, reader, browsers) })
    tellOfPages(rounds)
    tellOfGuesses(await guesses(world))
  } finally {
    await world.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** People who can sign in, and as many more as are guessed at. */
async function seed(sql: Sql): Promise<void> {
  const facts = { mode: 'test', mail: 'somebody@example.kz', phone: '+77010000001', language: 'kk' } as const
  for (const iin of [READER, ...SIGNERS]) await addAccount(sql, { ...facts, iin, password: PASSWORD, now: new Date() })
  await sql`
    insert into account (iin, language, password_hash, password_since, made_at)
    select n::text, 'kk', password_hash, password_since, made_at
      from account, generate_series(${KNOWN}::bigint, ${KNOWN + GUESSES - 1}::bigint) n where iin = ${READER}`
}

const KNOWN = 991_300_000_000
const UNKNOWN = 981_300_000_000

/** A browser that its person has signed in with before; it signs in again and again. */
async function openBrowser(world: World, i: number): Promise<Browser> {
  const iin = SIGNERS[i % SIGNERS.length] ?? ''
  const from = `198.51.100.${i}`
  const cookie = (await cookiesOf(world.url, iin, from)).replace(/(^|; )session=[^;]*/, '')
  return () => signIn(world.url, { iin, password: PASSWORD, cookie, from })
}

/** Pages for some seconds, with people signing in meanwhile, each when it is their time, however long others take. */
async function half({ url }: World, cookie: string, browsers: readonly Browser[]): Promise<Half> {
  const signIns: Promise<SignIn>[] = []
  const began = performance.now()
  const beginThoseDue = () => {
    const due = ((performance.now() - began) / 60_000) * A_MINUTE
    while (signIns.length < due) {
      const browser = browsers[signIns.length % browsers.length]
      if (!browser) return
      signIns.push(browser())
    }
  }
  const timer = setInterval(beginThoseDue, 5)
  const pages = await timesOf(`${url}/kk/applications`, cookie)
  clearInterval(timer)
  return { pages, signIns: await Promise.all(signIns) }
}

/** How long each answer took; autocannon itself tells of no p95. */
function timesOf(url: string, cookie: string): Promise<number[]> {
  const times: number[] = []
  const load = { url, headers: { cookie }, connections: 4, overallRate: PAGES_A_SECOND, duration: SECONDS }
  return new Promise((resolve, reject) => {
    const running = autocannon(load, error => (error ? reject(error) : resolve(times)))
    running.on('response', (_client, status, _bytes, ms) => {
      times.push(ms)
      if (status !== 200) reject(new Error(`the list of applications answered ${status}`))
    })
  })
}

function tellOfPages(rounds: readonly { readonly idle: Half; readonly busy: Half }[]): void {
  const ratios = rounds.map(({ idle, busy }) => quantile(busy.pages, 0.95) / quantile(idle.pages, 0.95))
  const signIns = rounds.flatMap(({ busy }) => busy.signIns)
  const refused = signIns.filter(({ status }) => status !== 200).length
  const rate = signIns.length / (ROUNDS * (SECONDS / 60))
  const ratio = quantile(ratios, 0.5)
  const p95 = (halves: readonly Half[]) =>
    quantile(
      halves.map(({ pages }) => quantile(pages, 0.95)),
      0.5,
    ).toFixed(1)
  const times = signIns.map(({ ms }) => ms)
  console.log(
    [
      `list of applications, ${PAGES_A_SECOND} a second, ${availableParallelism()} cores, ${ROUNDS} rounds of twice ${SECONDS} s`,
      `  p95 alone: ${p95(rounds.map(({ idle }) => idle))} ms; while people sign in: ${p95(rounds.map(({ busy }) => busy))} ms`,
      `  ratio, round by round: ${ratios.map(one => one.toFixed(2)).join(' ')}`,
      `  ratio: ${ratio.toFixed(2)} (budget ${BUDGET}): ${ratio <= BUDGET && refused === 0 ? 'within' : 'MISSED'}`,
      `password sign-ins: ${rate.toFixed(0)} a minute, ${refused} refused; median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`,
    ].join('\n'),
  )
}

type Guesses = { readonly known: number[]; readonly unknown: number[] }

/** In turns, now the one and now the other first, so that whatever else the machine does hits both alike. */
async function guesses(world: World): Promise<Guesses> {
  const times: Guesses = { known: [], unknown: [] }
  for (let i = 0; i < GUESSES; i++) {
    const from = `203.0.${113 + (i >> 8)}.${i & 255}`
    const guess = { password: `басқа құпиясөз ${i}`, from }
    const known = async () => times.known.push(await wrong(world, { ...guess, iin: String(KNOWN + i) }))
    const unknown = async () => times.unknown.push(await wrong(world, { ...guess, iin: String(UNKNOWN + i) }))
    for (const turn of i % 2 === 0 ? [known, unknown] : [unknown, known]) await turn()
  }
  return times
}

async function wrong(world: World, attempt: Attempt): Promise<number> {
  const { status, ms } = await signIn(world.url, attempt)
  if (status !== 401) throw new Error(`a wrong password was answered ${status}`)
  return ms
}

function tellOfGuesses({ known, unknown }: Guesses): void {
  const told = (times: readonly number[]) =>
    [0.25, 0.5, 0.75].map(share => quantile(times, share).toFixed(2)).join(' / ')
  console.log(
    [
      `a wrong password, ${GUESSES} of each in turns, quartiles in ms (the middle one is the median)`,
      `  for an IIN with an account: ${told(known)}`,
      `  for one without:            ${told(unknown)}`,
    ].join('\n'),
  )
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

await main()
