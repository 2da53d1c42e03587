// The default of DATABASE_URL: a real PostgreSQL of our own in DATA_DIR/postgres, for one instance of the service.
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Binaries, binariesIn, findBinaries } from './binaries.ts'
import { freePort } from './free-port.ts'
import { findPostmaster, isAlive, type Postmaster, stopPostmaster } from './postmaster.ts'
import { chooseRunAs, type RunAs, run } from './run-as.ts'

export type Embedded = {
  readonly ownerUrl: string // for migrations
  readonly serviceUrl: string // for the service: a role with the least rights, which embedded-database.ts makes
  readonly stop: () => Promise<void>
}

export type EmbeddedOptions = {
  readonly root: string
  readonly dataDir: string
  readonly settings?: Settings // of postgresql.conf; tests turn fsync off
  readonly runAs?: RunAs
}

type Settings = Readonly<Record<string, string>>
type Passwords = { readonly owner: string; readonly service: string }
type Place = { readonly as: RunAs; readonly binaries: Binaries; readonly cluster: string; readonly log: string }

const OWNER = 'otinish_owner'
export const SERVICE = 'otinish_service'

/** Makes sure that the server of this data folder runs: finds it running, starts it, or makes it. */
export async function ensureEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const folder = path.resolve(options.dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const passwords = readPasswords(path.join(folder, 'postgres-passwords.json'))
  const place = choosePlace(options, folder)
  if (!existsSync(path.join(place.cluster, 'PG_VERSION'))) await create(place, passwords.owner, options.settings ?? {})
  const { postmaster, ours } = await ensureStarted(place, folder, options.settings ?? {})
  const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${postmaster.port}/postgres`
  return {
    ownerUrl: url(OWNER, passwords.owner),
    serviceUrl: url(SERVICE, passwords.service),
    stop: async () => {
      if (ours) await stopPostmaster(postmaster.pid)
    },
  }
}

/** With a foreign user nothing may lie under our own folder (it may be closed to them): they get one of their own. */
function choosePlace(options: EmbeddedOptions, folder: string): Place {
  const as = options.runAs ?? chooseRunAs()
  const binaries = findBinaries(options.root)
  if (as.kind !== 'user')
    return { as, binaries, cluster: path.join(folder, 'postgres'), log: path.join(folder, 'postgres.log') }
  const note = path.join(folder, 'postgres-elsewhere')
  if (!existsSync(note)) writeFileSync(note, `/var/lib/otinish-${randomBytes(6).toString('hex')}`)
  const home = readFileSync(note, 'utf8').trim()
  const native = path.join(home, 'native')
  if (!existsSync(native)) cpSync(binaries.folder, native, { recursive: true, verbatimSymlinks: true })
  chownSync(home, as.uid, as.gid)
  return {
    as,
    binaries: binariesIn(native),
    cluster: path.join(home, 'postgres'),
    log: path.join(home, 'postgres.log'),
  }
}

function readPasswords(file: string): Passwords {
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('base64url')
    const made: Passwords = { owner: secret(), service: secret() }
    const aside = `${file}-new-${process.pid}` // whole before it has its name: nobody reads half of it
    writeFileSync(aside, JSON.stringify(made), { mode: 0o600 })
    try {
      linkSync(aside, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process was quicker: read theirs
    } finally {
      rmSync(aside)
    }
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Made aside and renamed when whole, so that a start that was cut short leaves nothing half made. */
async function create(place: Place, password: string, settings: Settings): Promise<void> {
  const aside = `${place.cluster}-new-${process.pid}`
  const passwordFile = `${aside}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.as.kind === 'user') chownSync(passwordFile, place.as.uid, place.as.gid)
  const access = ['-U', OWNER, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256']
  const durability = settings['fsync'] === 'off' ? ['--no-sync'] : []
  try {
    await run(place.as, place.binaries.initdb, [
      '-D',
      aside,
      ...access,
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      ...durability,
    ])
    takePlace(aside, place.cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(aside, { recursive: true, force: true })
  }
}

/** Of two that made it at the same moment the first stays. */
function takePlace(aside: string, cluster: string): void {
  try {
    renameSync(aside, cluster)
  } catch (error) {
    if (!existsSync(path.join(cluster, 'PG_VERSION'))) throw error
  }
}

/** The first to come starts it; others find it. Whoever finds one whose starter is dead takes it over. */
async function ensureStarted(place: Place, folder: string, settings: Settings) {
  const starter = path.join(folder, 'postgres-starter')
  const adopt = (postmaster: Postmaster, ours: boolean) => {
    if (ours) writeFileSync(starter, String(process.pid))
    return { postmaster, ours }
  }
  let failure: unknown
  for (let attempt = 0; attempt < 5; attempt++) {
    const running = findPostmaster(place.cluster)
    if (running) return adopt(running, !starterLives(starter))
    try {
      await start(place, settings)
      const started = findPostmaster(place.cluster)
      if (started) return adopt(started, true)
    } catch (error) {
      failure = error // perhaps another process is starting it at this moment
    }
    await wait(200 * (attempt + 1))
  }
  throw new Error(`the embedded PostgreSQL did not start; its log: ${place.log}`, { cause: failure })
}

function starterLives(file: string): boolean {
  if (!existsSync(file)) return false
  const pid = Number(readFileSync(file, 'utf8'))
  return pid !== process.pid && isAlive(pid)
}

async function start(place: Place, settings: Settings): Promise<void> {
  const all: Record<string, string> = {
    port: String(await freePort()),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    ...settings,
  }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  await run(place.as, place.binaries.pgCtl, [
    ...['start', '-w', '-t', '60', '-s', '-D', place.cluster, '-l', place.log],
    ...['-o', options.join(' ')],
  ])
}
