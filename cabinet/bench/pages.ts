// What Lighthouse says of the pages, on a phone and on a desk: npm run bench:pages [-- part of an address …]
// The built service with its embedded PostgreSQL and the simulators. Private pages are opened with the cookie of somebody who
// has signed in. Lighthouse has an install of its own in ops/lighthouse, made when it is first needed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureChromium } from '../../ops/chromium.mjs'
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import type * as visiting from '../../ops/lighthouse/visit.mjs'
import { startWorld } from '../../ops/world.mjs'
import { addAccount } from '../src/accounts/add-account.ts'
import { projectRoot } from '../src/root.ts'
import { cookiesOf, READER, withDatabase } from './people.ts'

const RUNS = 3
const BUDGET = 99
const PRESETS = ['mobile', 'desktop'] as const
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const SHORT = { performance: 'perf', accessibility: 'a11y', 'best-practices': 'best', seo: 'seo' } as const
const LIGHTHOUSE = path.join(projectRoot(), 'ops/lighthouse')

type Page = { readonly address: string; readonly seo?: true; readonly cookie?: string }
type Row = { readonly page: Page; readonly preset: visiting.Preset; readonly runs: readonly visiting.Told[] }

/** For everybody, search engines too. */
const PUBLIC = [
  ...['sign-in', 'help', 'help/withdraw', 'help/print', 'accessibility'],
  ...['kinds', 'kinds/tr-ipm-choose', 'verify', 'status'],
]
const STRANGERS = ['register', 'forgotten-password'] // for whoever comes by the sign-in
const PRIVATE = ['services', 'applications/demo-main-housing', 'applications/demo-main-ipm', 'profile', 'messages']

async function main(): Promise<void> {
  const { openLighthouse } = await installed()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'otinish-bench-'))
  const world = await startWorld({ dataDir, mode: 'test' })
  const lighthouse = await openLighthouse(ensureChromium())
  try {
    const reader = { ...DEMO_ACCOUNT, iin: READER, mode: 'test', language: 'kk', now: new Date() } as const
    await withDatabase(dataDir, sql => addAccount(sql, reader))
    const rows: Row[] = []
    console.log(line(([head]) => head))
    for (const page of await pagesOf(world.url))
      for (const preset of PRESETS) {
        const runs = await visits(lighthouse, world.url, page, preset)
        rows.push({ page, preset, runs })
        console.log(line(column => column[2]({ page, preset, runs })))
      }
    conclude(rows)
  } finally {
    lighthouse.close()
    await world.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function installed(): Promise<typeof visiting> {
  if (!existsSync(path.join(LIGHTHOUSE, 'node_modules/lighthouse'))) {
    console.log('Installing Lighthouse …')
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
    if (spawnSync('npm', args, { cwd: LIGHTHOUSE, stdio: 'inherit' }).status !== 0) throw new Error('npm ci failed')
  }
  return import(pathToFileURL(path.join(LIGHTHOUSE, 'visit.mjs')).href)
}

/** Those whose address has a word of the command, or all. */
async function pagesOf(url: string): Promise<Page[]> {
  const words = process.argv.slice(3)
  const reader = await cookiesOf(url, READER)
  const main = await cookiesOf(url, DEMO_ACCOUNT.iin)
  const all: Page[] = [
    { address: 'applications', cookie: reader }, // first: whoever does nothing for a quarter of an hour is signed out
    ...[await draftOf(url, main), ...PRIVATE].map(address => ({ address, cookie: main })),
    ...PUBLIC.map(address => ({ address, seo: true as const })),
    ...STRANGERS.map(address => ({ address })),
  ]
  return all.filter(({ address }) => words.length === 0 || words.some(word => address.includes(word)))
}

/** The page on which a withdrawal is read and signed. */
async function draftOf(url: string, cookie: string): Promise<string> {
  const response = await fetch(`${url}/api/v1/applications/demo-main-ipm/withdrawal-drafts`, {
    method: 'POST',
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
  })
  const { id } = (await response.json()) as { id: string }
  return `withdrawal-drafts/${id}`
}

async function visits(lighthouse: visiting.Lighthouse, url: string, page: Page, preset: visiting.Preset) {
  const runs: visiting.Told[] = []
  const { address, seo = false, cookie } = page
  const wish = { url: `${url}/kk/${address}`, preset, seo, ...(cookie ? { cookie } : {}) }
  for (let i = 0; i < RUNS; i++) runs.push(await lighthouse.visit(wish))
  return runs
}

type Column = readonly [head: string, width: number, value: (row: Row) => string]

const middle = (runs: Row['runs'], value: (told: visiting.Told) => number, digits = 0) =>
  median(runs.map(value)).toFixed(digits)

/** Medians of the runs; at the end every audit that cost points in any of them. */
const COLUMNS: readonly Column[] = [
  ['page', -32, ({ page }) => page.address.replace(/[0-9a-f-]{36}/, '…')],
  ['on', -8, ({ preset }) => preset],
  ...CATEGORIES.map(
    (category): Column => [SHORT[category], 5, ({ runs }) => scoreOf(runs, category)?.toFixed() ?? '–'],
  ),
  ['paint ms', 9, ({ runs }) => middle(runs, told => told.paintMs)],
  ['blocked ms', 11, ({ runs }) => middle(runs, told => told.blockedMs)],
  ['shift', 7, ({ runs }) => middle(runs, told => told.shift, 3)],
  ['requests', 9, ({ runs }) => middle(runs, told => told.requests)],
  ['KB', 7, ({ runs }) => middle(runs, told => told.bytes / 1024, 1)],
  ['', -1, ({ runs }) => [...new Set(runs.flatMap(({ below }) => below))].join(' ')],
]

function line(cell: (column: Column) => string): string {
  const cells = COLUMNS.map(column =>
    column[1] < 0 ? cell(column).padEnd(-column[1]) : cell(column).padStart(column[1]),
  )
  return cells.join(' ').trimEnd()
}

/** Undefined for what was not asked: SEO of a page that is not for search engines. */
function scoreOf(runs: Row['runs'], category: visiting.Category): number | undefined {
  const scores = runs.flatMap(({ scores }) => scores[category] ?? [])
  return scores.length === 0 ? undefined : median(scores)
}

function conclude(rows: readonly Row[]): void {
  const missed = rows.filter(({ runs }) => CATEGORIES.some(category => (scoreOf(runs, category) ?? 100) < BUDGET))
  const verdict = missed.length === 0 ? 'within' : `MISSED by ${missed.length}`
  console.log(
    `${rows.length} rows, medians of ${RUNS} runs, ${availableParallelism()} cores; budget ${BUDGET}: ${verdict}`,
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

await main()
