// The service with the simulated world around it: for `npm start` and for the journeys in a browser.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startChild } from './child.mjs'
import { fill, makeCoreKey } from './fill.mjs'
import { freePort } from './ports.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const SERVICE = join(ROOT, 'dist/otinish.js')
const SIMULATORS = join(ROOT, 'dist/simulators.js')
const NCALAYER_PORT = 13579

/** No real organisation: month 13 in the BIN. */
const ORGANISATION = {
  ORGANISATION_BIN: '991340000000',
  ORGANISATION_NAME_KK: '«БЖЗҚ» АҚ (сынақ)',
  ORGANISATION_NAME_RU: 'АО «ЕНПФ» (тест)',
  ORGANISATION_NAME_EN: 'UAPF JSC (test)',
  ORGANISATION_ADDRESS_KK: 'Алматы қ., Үлгі к-сі, 1-үй',
  ORGANISATION_ADDRESS_RU: 'г. Алматы, ул. Образцовая, д. 1',
  ORGANISATION_ADDRESS_EN: '1 Sample Street, Almaty',
  ORGANISATION_SITE: 'enpf.example',
}

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
  const began = Date.now()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const servicePort = await portOrComplaint(port)
  const url = `http://127.0.0.1:${servicePort}`
  const own = ownEnvironment({ dataDir, mode, clock, port: servicePort, url })
  const [simulators] = await allOrNothing([
    startSimulators({ dataDir, mode, url, clock, keys, log }),
    makeCoreKey(dataDir, own),
  ])
  const env = { ...own, ...surroundings(simulators.ready, trustDir), ...settings?.(simulators.ready) }
  const startService = (later = {}) => {
    const all = { ...env, ...later }
    return startChild([SERVICE, 'serve'], { env: all, cwd: ROOT, isReady: line => line.event === 'ready', onLine: log })
  }
  try {
    let service = await startService()
    let ahead = 0
    await fill({ dataDir, env, url }).catch(async error => {
      await service.stop()
      throw error
    })
    return {
      url,
      simulators: simulators.ready,
      restart: async ({ later = 0 } = {}) => {
        service.kill()
        await service.exited
        ahead += later
        service = await startService(clockLater(env.CLOCK, began, ahead))
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

/** What has started when another part fails is stopped. */
async function allOrNothing(parts) {
  const ends = await Promise.allSettled(parts)
  const failed = ends.find(({ status }) => status === 'rejected')
  if (failed) await Promise.all(ends.map(({ value }) => value?.stop()))
  if (failed) throw failed.reason
  return ends.map(({ value }) => value)
}

/** The service's clock `milliseconds` further than it would show now. */
function clockLater(start, began, milliseconds) {
  if (milliseconds === 0 && !start) return {}
  const since = start ? Date.parse(start) - began : 0
  return { CLOCK: new Date(Date.now() + since + milliseconds).toISOString() }
}

async function startSimulators({ dataDir, mode, url, clock, keys, log }) {
  const options = [
    ...['--data', join(dataDir, 'simulators')],
    ...['--ncalayer-port', String(await ncalayerPort(mode))],
    ...['--site', url],
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

function ownEnvironment({ dataDir, mode, clock, port, url }) {
  return {
    LOG_LEVEL: 'warn',
    ...process.env,
    ...secrets(join(dataDir, 'demo-secrets.json')),
    ...ORGANISATION,
    MODE: mode,
    HOST: '127.0.0.1', // some shells export another: a demonstration is for this machine alone
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    MAIL_FROM: 'Өтініш <otinish@localhost>',
    ...(clock ? { CLOCK: clock } : {}),
  }
}

/** Where the service finds the simulators. */
function surroundings(simulators, trustDir) {
  return {
    TRUST_DIR: trustDir ?? simulators.trustDir,
    SEAL_KEY: simulators.sealKey,
    GBDFL_URL: simulators.gbdfl,
    NCALAYER_URL: simulators.ncalayer,
    REVOCATION: 'ocsp',
    OCSP_URL_GOST: simulators.ocspGost,
    OCSP_URL_RSA: simulators.ocspRsa,
    TSP_URL: simulators.tsp,
    SMTP_URL: simulators.smtp,
    SMS_URL: simulators.smsGateway,
    SMS_TOKEN: simulators.smsToken,
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
