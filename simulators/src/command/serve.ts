// Starts NCALayer, the persons database and the test authority's services, and says on one line when they are ready.
import { existsSync } from 'node:fs'
import { createAuthority, type DemoAuthority, type DemoKey } from '../demo/authority.ts'
import { firstMoment } from '../demo/first-moment.ts'
import { PERSONS, type Person } from '../demo/persons.ts'
import { startGbdfl } from '../gbdfl/server.ts'
import { PortBusyError } from '../listen.ts'
import { type NcaLayer, startNcaLayer } from '../ncalayer/server.ts'
import { startPki } from '../pki/server.ts'
import { readClock, readOptions, readPort, USUAL_DATA, UsageError } from './usage.ts'

const OPTIONS = {
  data: { type: 'string' },
  keys: { type: 'string', multiple: true },
  clock: { type: 'string' },
  'ncalayer-port': { type: 'string' },
  'ncalayer-page-port': { type: 'string' },
  'gbdfl-port': { type: 'string' },
  'pki-port': { type: 'string' },
} as const

const NCALAYER_PORT = 13579 // where pages look for the real program
const NCALAYER_PAGE_PORT = 13580

/** Runs until SIGINT or SIGTERM. */
export async function serveCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, OPTIONS)
  if (positionals.length > 0) throw new UsageError(`not a command: ${positionals[0]}`)
  const now = readClock(values.clock)
  const ports = {
    ncalayer: readPort(values['ncalayer-port']),
    page: readPort(values['ncalayer-page-port']),
    gbdfl: readPort(values['gbdfl-port']),
    pki: readPort(values['pki-port']),
  }
  const data = values.data ?? USUAL_DATA
  firstMoment(data, now()) // so that a later `seed` dates its applications by this clock
  const authority = await createAuthority(data, now())
  const keys = [authority.keysDir, ...(values.keys ?? [])]
  const missing = keys.find(folder => !existsSync(folder))
  if (missing) throw new UsageError(`no such folder: ${missing}`)

  const { gbdfl, pki, ncalayer, stop } = await startAll({ ports, authority, keys, now })

  stopOnSignal(stop)
  console.log(
    JSON.stringify({
      ready: true,
      ncalayer: ncalayer.url,
      ncalayerPage: ncalayer.pageUrl,
      gbdfl: gbdfl.url,
      ocspGost: pki.ocspGost,
      ocspRsa: pki.ocspRsa,
      tsp: pki.tsp,
      crlGost: pki.crl.gost,
      crlGostDelta: pki.crl.gostDelta,
      crlRsa: pki.crl.rsa,
      crlRsaDelta: pki.crl.rsaDelta,
      pkiControl: pki.controlUrl,
      trustDir: authority.trustDir,
      keysDir: authority.keysDir,
      persons: PERSONS.map(person => summary(person, authority.keys)),
    }),
  )
}

type Needs = {
  readonly ports: { readonly [name in 'ncalayer' | 'page' | 'gbdfl' | 'pki']: number | undefined }
  readonly authority: DemoAuthority
  readonly keys: readonly string[]
  readonly now: () => Date
}

/** All of them, or none: the process would go on with those that did start. */
async function startAll({ ports, authority, keys, now }: Needs) {
  const stops: (() => Promise<void>)[] = []
  const stop = () => Promise.all(stops.map(close => close()))
  try {
    const gbdfl = await startGbdfl({ port: ports.gbdfl ?? 0, persons: PERSONS })
    stops.push(gbdfl.close)
    const revoked = authority.keys.flatMap(({ revocation }) => revocation ?? [])
    const pki = await startPki({ port: ports.pki ?? 0, authority: authority.authority, now, revoked })
    stops.push(pki.close)
    const start = (port: number, pagePort: number) => startNcaLayer({ port, page: true, pagePort, keys, now })
    const ncalayer = await startWithPorts(ports.ncalayer, ports.page, start)
    stops.push(ncalayer.close)
    return { gbdfl, pki, ncalayer, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A port that was asked for must be free; the usual ones give way to any other when they are taken. */
async function startWithPorts(
  port: number | undefined,
  page: number | undefined,
  start: (port: number, page: number) => Promise<NcaLayer>,
): Promise<NcaLayer> {
  try {
    return await start(port ?? NCALAYER_PORT, page ?? NCALAYER_PAGE_PORT)
  } catch (error) {
    if (!(error instanceof PortBusyError) || (port !== undefined && page !== undefined)) throw error
    return start(port ?? 0, page ?? 0)
  }
}

function summary(person: Person, keys: readonly DemoKey[]) {
  const name = [person.surname, person.name, person.patronymic].filter(part => part !== null).join(' ')
  const own = keys.filter(({ iin }) => iin === person.iin)
  return {
    iin: person.iin,
    name,
    keys: own.map(({ file, purpose, what, password }) => ({ file, purpose, what, password })),
  }
}

function stopOnSignal(stop: () => Promise<unknown>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(() => process.exit(0))
    })
  }
}
