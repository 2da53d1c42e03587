// `npm test`: installs what is missing (a browser and poppler too) and runs every check. Ends with a count of passed and failed tests.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { ensurePoppler } from './poppler.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const BIN = join(ROOT, 'node_modules', '.bin')
const reports = mkdtempSync(join(tmpdir(), 'otinish-test-'))
const failed = []
const SLOWEST = 8 // are named in the end
const INSTALL = 'install'
const UNIT = 'unit, integration, conformance'
const JOURNEYS = 'journeys in a browser'
const ALL = 'npm test'
/** In seconds. What is over is told and fails nothing: machines differ. */
const CEILINGS = { [INSTALL]: 120, [UNIT]: 300, [JOURNEYS]: 240, [ALL]: 720 }

try {
  await main()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
} finally {
  rmSync(reports, { recursive: true, force: true })
}

async function main() {
  const began = performance.now()
  const chromium = install()
  run('types', 'tsc', ['--noEmit'])
  run('lint', 'biome', ['check', '--error-on-warnings', '.'])
  await step('build', async () => (await import('./build.mjs')).build())
  const unit = join(reports, 'unit.json')
  run(UNIT, 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`])
  const e2e = join(reports, 'e2e.json')
  if (chromium)
    run(JOURNEYS, 'playwright', ['test', '--reporter=line,json'], {
      CHROMIUM: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: e2e,
    })
  conclude(unit, e2e, began)
}

/** The path of the browser, when all that tests need is there: those that read PDFs need poppler, also without a browser. */
function install() {
  const began = performance.now()
  step(INSTALL, () => ensureInstalled(ROOT))
  const chromium = step('browser', () => orFailed(JOURNEYS, ensureChromium))
  step('poppler', () => orFailed('poppler', ensurePoppler))
  tellTime(INSTALL, failed.length === 0, began)
  return chromium
}

/** What is found; without it `name` counts as failed, and the rest is still told. */
function orFailed(name, find) {
  try {
    return find()
  } catch (error) {
    console.error(error.message)
    failed.push(name)
    return undefined
  }
}

function step(name, work) {
  console.log(`\n── ${name}`)
  return work()
}

function run(name, command, args, env = {}) {
  const began = performance.now()
  const status = step(
    name,
    () => spawnSync(join(BIN, command), args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status,
  )
  tellTime(name, status === 0, began)
  if (status !== 0) failed.push(name)
}

function tellTime(name, isOk, began) {
  const seconds = (performance.now() - began) / 1000
  const over = seconds > CEILINGS[name] ? `, over its ceiling of ${CEILINGS[name]} s` : ''
  console.log(`── ${name}: ${isOk ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s${over}`)
}

function conclude(unit, e2e, began) {
  const a = read(unit)
  const b = read(e2e)
  const passed = (a?.numPassedTests ?? 0) + (b?.stats.expected ?? 0)
  const bad = (a?.numFailedTests ?? 0) + (b?.stats.unexpected ?? 0) + (b?.stats.flaky ?? 0)
  tellSlowest(a, b)
  const skipped = (a?.numPendingTests ?? 0) + (b?.stats.skipped ?? 0)
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
  const isOk = failed.length === 0 && bad === 0 && passed > 0
  console.log()
  tellTime(ALL, isOk, began)
  console.log(`\n${passed} passed, ${Math.max(bad, failed.length)} failed, ${skipped} skipped`)
  if (!isOk) process.exitCode = 1
}

/** Where the time went, so that it is seen when something grows. */
function tellSlowest(unit, e2e) {
  const seconds = ms => `${(ms / 1000).toFixed(1)} s`.padStart(8)
  const slowest = of => of.toSorted((one, other) => other.ms - one.ms).slice(0, SLOWEST)
  const files = (unit?.testResults ?? []).map(({ name, startTime, endTime }) => ({
    name: relative(ROOT, name),
    ms: endTime - startTime,
  }))
  const journeys = (e2e?.suites ?? []).flatMap(specsOf).map(({ file, line, title, tests }) => ({
    name: `${file}:${line} ${title}`,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  }))
  for (const [title, all] of Object.entries({ files, journeys }))
    if (all.length > 0) {
      console.log(`\nThe slowest ${title}:`)
      for (const { name, ms } of slowest(all)) console.log(`${seconds(ms)}  ${name}`)
    }
}

function specsOf({ specs = [], suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)]
}

function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    return undefined
  }
}
