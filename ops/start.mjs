// `npm start`: installs what is missing, builds, and serves the demonstration with the simulators beside it.
import { existsSync, rmSync } from 'node:fs'
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
  await build()

  const dataDir = resolve(process.env.DATA_DIR ?? join(ROOT, 'data'))
  if (process.argv.includes('--fresh')) beginAnew(dataDir)
  const world = await startWorld({ dataDir, port: Number(process.env.PORT ?? 8080), log: line => console.error(line) })
  tell(world, performance.now() - began)
  await untilStopped(world)
}

/** Removes what an earlier demonstration left, and nothing that is not one. */
function beginAnew(dataDir) {
  if (!existsSync(dataDir)) return
  if (existsSync(join(dataDir, 'postgres', 'postmaster.pid')))
    throw new Error('The demonstration is still running: stop it first (Ctrl-C where it runs).')
  for (const ours of ['postgres', 'simulators', 'core-key', 'seeded', 'demo-secrets.json'])
    rmSync(join(dataDir, ours), { recursive: true, force: true })
}

function tell({ url, simulators }, milliseconds) {
  const persons = simulators.persons.filter(({ keys }) => keys.length > 0)
  console.log(`
Otinish is ready (${(milliseconds / 1000).toFixed(1)} s):  ${url}/

To sign in, press «ЭЦҚ арқылы кіру» and answer in NCALayer's window: ${simulators.ncalayerPage}
Persons of the demonstration (password of every key: ${persons[0]?.keys[0]?.password}):

${persons.map(person).join('\n\n')}

Simulators: NCALayer ${simulators.ncalayer}   ГБД ФЛ ${simulators.gbdfl}
Make the authority silent: curl -d '{"ocsp":"slow"}' ${simulators.pkiControl}   (and back: "good")
Check a signature: npx --no eds verify <file.cms> --content <file.pdf> --anchors ${simulators.trustDir}/signers
Stop: Ctrl-C.   Begin anew: npm start -- --fresh
`)
}

function person({ iin, name, keys }) {
  const lines = keys.map(({ file, purpose, what }) => `    ${(what === 'good' ? purpose : what).padEnd(15)} ${file}`)
  return [`  ${name}, ${iin}`, ...lines].join('\n')
}

async function untilStopped(world) {
  const asked = new Promise(done => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done('asked'))
  })
  const why = await Promise.race([asked, world.ended])
  await world.stop()
  if (why !== 'asked') throw new Error('A part of the demonstration ended by itself; its last words are above.')
}
