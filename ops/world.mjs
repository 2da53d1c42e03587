// The service with the simulated world around it: for `npm start` and for the journeys in a browser.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runChild, startChild } from './child.mjs'
import { freePort } from './ports.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SERVICE = join(ROOT, 'dist/otinish.js')
const SIMULATORS = join(ROOT, 'dist/simulators.js')
const NCALAYER_PORT = 13579

/**
 * @typedef {object} WorldOptions
 * @property {string} dataDir      where the database, the test authority and the demo's secrets live
 * @property {number} [port]       of the service; any free one when absent
 * @property {'demo' | 'test'} [mode]
 * @property {string} [trustDir]   other anchors than the test authority's
 * @property {string} [clock]      ISO moment at which the service's and NCALayer's clocks start
 * @property {string} [keys]       a folder of further key files for the NCALayer simulator
 * @property {(simulators: import('./world.d.mts').Simulators) => Record<string, string>} [settings]
 *   further settings of the service, or others than the usual; '' unsets one
 * @property {(line: string) => void} [log]
 *
 * @param {WorldOptions} options
 */
export async function startWorld({ dataDir, port, mode = 'demo', trustDir, clock, keys, settings, log = () => {} }) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const servicePort = await portOrComplaint(port)
  const simulators = await startSimulators({ dataDir, mode, clock, keys, log })
  const url = `http://127.0.0.1:${servicePort}`
  const usual = serviceEnvironment({
    dataDir,
    mode,
    clock,
    port: servicePort,
    url,
    simulators: simulators.ready,
    trustDir,
  })
  const env = { ...usual, ...settings?.(simulators.ready) }
  const startService = () =>
    startChild([SERVICE, 'serve'], { env, cwd: ROOT, isReady: line => line.event === 'ready', onLine: log })
  try {
    let service = await startService()
    await fill({ dataDir, env, url }).catch(async error => {
      await service.stop()
      throw error
    })
    return {
      url,
      simulators: simulators.ready,
      restart: async () => {
        service.kill()
        await service.exited
        service = await startService()
      },
      stop: async () => {
        await simulators.stop()
        await service.stop()
      },
      ended: Promise.race([service.exited, simulators.exited]),
    }
  } catch (error) {
    await simulators.stop()
    throw error
  }
}

async function startSimulators({ dataDir, mode, clock, keys, log }) {
  const options = [
    ...['--data', join(dataDir, 'simulators')],
    ...['--ncalayer-port', String(await ncalayerPort(mode))],
    ...(clock ? ['--clock', clock] : []),
    ...(keys ? ['--keys', keys] : []),
  ]
  const isReady = line => line.ready === true
  return startChild([SIMULATORS, ...options], { env: process.env, cwd: ROOT, isReady, onLine: log })
}

async function portOrComplaint(port) {
  const free = await freePort(port ?? 0)
  if (free === undefined)
    throw new Error(`Port ${port} is taken. Stop what holds it, or choose another: PORT=8081 npm start`)
  return free
}

/** NCALayer's own port when nothing holds it (a real NCALayer may); in tests always another. */
async function ncalayerPort(mode) {
  return (mode === 'demo' && (await freePort(NCALAYER_PORT))) || (await freePort())
}

function serviceEnvironment({ dataDir, mode, clock, port, url, simulators, trustDir }) {
  return {
    LOG_LEVEL: 'warn',
    ...process.env,
    ...secrets(join(dataDir, 'demo-secrets.json')),
    MODE: mode,
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    TRUST_DIR: trustDir ?? simulators.trustDir,
    GBDFL_URL: simulators.gbdfl,
    NCALAYER_URL: simulators.ncalayer,
    REVOCATION: 'ocsp',
    OCSP_URL_GOST: simulators.ocspGost,
    OCSP_URL_RSA: simulators.ocspRsa,
    TSP_URL: simulators.tsp,
    ...(clock ? { CLOCK: clock } : {}),
  }
}

/** Secrets of a demonstration: made once, kept beside its data. A real installation brings its own. */
function secrets(file) {
  if (!existsSync(file)) {
    const made = { SESSION_KEY: randomBytes(32).toString('hex') }
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 })
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** The simulated fund's core gets a key and sends its applications, once. */
async function fill({ dataDir, env, url }) {
  const key = join(dataDir, 'core-key')
  const done = join(dataDir, 'seeded')
  if (existsSync(done)) return
  if (!existsSync(key))
    await runChild(
      [SERVICE, 'core-key', 'add', '--name', 'fund-core', '--scopes', 'intake,execution,status', '--out', key],
      { env, cwd: ROOT },
    )
  const data = join(dataDir, 'simulators')
  await runChild([SIMULATORS, 'seed', '--core-url', url, '--core-key-file', key, '--data', data], { env, cwd: ROOT })
  writeFileSync(done, '')
}
