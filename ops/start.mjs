// `npm start`: installs what is missing, builds, and serves the demonstration with the simulators beside it.
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureInstalled } from './install.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

try {
  await main()
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`)
  process.exit(1)
}

async function main() {
  const began = performance.now()
  ensureInstalled(ROOT)
  const { build } = await import('./build.mjs')
  const { startWorld } = await import('./world.mjs')
  const { DEMO_ACCOUNT } = await import('./fill.mjs')
  await build()

  const dataDir = resolve(process.env.DATA_DIR ?? join(ROOT, 'data'))
  if (process.argv.includes('--fresh')) beginAnew(dataDir)
  const asked = askedToStop() // while it starts too: what has been started must be stopped
  const world = await startWorld({ dataDir, port: Number(process.env.PORT ?? 8080), log: line => console.error(line) })
  tell(world, performance.now() - began, DEMO_ACCOUNT)
  await untilStopped(world, asked)
}

/** Removes what an earlier demonstration left, and nothing that is not one. */
function beginAnew(dataDir) {
  if (!existsSync(dataDir)) return
  const home = databaseHome(dataDir)
  if (isRunning(join(home, 'postgres', 'postmaster.pid')))
    throw new Error('The demonstration is still running: stop it first (Ctrl-C where it runs).')
  for (const ours of ['postgres', 'simulators', 'core-key', 'filled', 'demo-secrets.json'])
    rmSync(join(dataDir, ours), { recursive: true, force: true })
  rmSync(join(home, 'postgres'), { recursive: true, force: true })
}

/** Where root may not map itself to another user, the database lies outside of the folder (cabinet/src/database/embedded.ts). */
function databaseHome(dataDir) {
  const note = join(dataDir, 'postgres-elsewhere')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : dataDir
}

/** The file of a database that was killed stays. */
function isRunning(pidFile) {
  if (!existsSync(pidFile)) return false
  try {
    return process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function tell({ url, simulators }, milliseconds, { iin, mail, phone, password }) {
  const persons = simulators.persons.filter(({ keys }) => keys.length > 0)
  console.log(`
Otinish is ready (${(milliseconds / 1000).toFixed(1)} s):  ${url}/

Three ways to sign in:
  1. EDS. Press «ЭЦҚ арқылы кіру» and answer in NCALayer's window:  ${simulators.ncalayerPage}
     The password of every key below: ${persons[0]?.keys[0]?.password}
  2. IIN and password:  ${iin}  ${password}
  3. eGov Mobile. Press «eGov Mobile арқылы кіру», copy the code's text or picture to the phone:  ${simulators.egovMobilePage}

What the service sends arrives here, codes too:
  mail (${mail}):  ${simulators.mailPage}
  SMS  (${phone}):  ${simulators.smsPage}

Persons of the demonstration; those without a password may register («Тіркелу»):

${persons.map(person).join('\n\n')}

Simulators: NCALayer ${simulators.ncalayer}   ГБД ФЛ ${simulators.gbdfl}   all of them: simulators/README.md
Make the authority silent: curl -d '{"ocsp":"slow"}' ${simulators.pkiControl}   (and back: "good")
Check a signature: npx --no eds verify <file.cms> --content <file.pdf> --anchors ${simulators.trustDir}/signers
Stop: Ctrl-C.   Begin anew: npm start -- --fresh
`)
}

function person({ iin, name, keys }) {
  const lines = keys.map(({ file, purpose, what }) => `    ${(what === 'good' ? purpose : what).padEnd(15)} ${file}`)
  return [`  ${name}, ${iin}`, ...lines].join('\n')
}

function askedToStop() {
  return new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done('asked'))
  })
}

async function untilStopped(world, asked) {
  const why = await Promise.race([asked, world.ended])
  await world.stop()
  if (why !== 'asked') throw new Error('A part of the demonstration ended by itself; its last words are above.')
}
