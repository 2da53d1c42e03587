// The simulated eGov Mobile: a phone page for a person, and `scan` for tests, as a function and over HTTP.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isForeign, readJson } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { keyRing } from '../ncalayer/key-ring.ts'
import { finishVisit } from './finish-visit.ts'
import { phonePage } from './page-server.ts'
import { ownersOf, type PhoneOwner } from './pick-key.ts'
import type { Report } from './report.ts'
import { readChange, readScanRequest, type ScanChoice, type Settings, USUAL } from './settings.ts'
import { type Opening, openVisit, type Person } from './visit.ts'

export type Options = {
  readonly port: number // 0: any free one
  readonly domains: readonly string[]
  readonly keys: readonly string[] // folders with the demonstration's key files
  readonly now: () => Date
  readonly tsp?: string // address of the time-stamping authority; without it signatures have no stamp
}

export type EgovMobile = {
  readonly url: string // of `POST /scan` and `POST /control`
  readonly pageUrl: string
  scan(text: string, choice?: ScanChoice & { readonly beforePut?: () => Promise<void> }): Promise<Report>
  configure(change: Partial<Settings>): void
  close(): Promise<void>
}

/** What the page and the tests do with the phone. */
export type Hand = {
  owners(): readonly PhoneOwner[]
  settings(): Settings
  open(text: string, choice: ScanChoice): Promise<Opening>
}

/** Starts it on 127.0.0.1. Throws PortBusyError. */
export async function startEgovMobile(options: Options): Promise<EgovMobile> {
  let settings: Settings = { ...USUAL, domains: options.domains }
  const configure = (change: Partial<Settings>) => {
    settings = { ...settings, ...change }
  }
  const hand = handOf(options, () => settings)
  const scan: EgovMobile['scan'] = async (text, { beforePut, ...choice } = {}) => {
    const opening = await hand.open(text, choice)
    if (opening.kind === 'over') return opening.report
    await beforePut?.()
    return finishVisit(opening.visit, 'sign')
  }
  const page = phonePage(hand)
  const server = createServer((request, response) => {
    route(request, response).catch(() => response.destroy()) // a body that is too long, a caller that has gone
  })
  const route = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = `${request.method} ${new URL(request.url ?? '/', 'http://127.0.0.1').pathname}`
    if (request.method === 'POST' && isForeign(request)) return sendJson(response, 403, { code: 'another-site' })
    if (call === 'GET /control') return sendJson(response, 200, settings)
    if (call === 'POST /control') return control(request, response, configure)
    if (call === 'POST /scan') return scanFor(request, response, scan)
    return page(request, response)
  }
  const url = `http://127.0.0.1:${await listen(server, options.port)}`
  return { url, pageUrl: `${url}/`, scan, configure, close: () => stop(server) }
}

function handOf({ keys: folders, now, tsp }: Options, settings: () => Settings): Hand {
  const keys = keyRing(folders)
  const owners = () => ownersOf(keys)
  return {
    owners,
    settings,
    open(text, choice) {
      const { domains, clockMinutes, ...usual } = settings()
      const { person: iin = owners()[0]?.iin ?? '', language, how } = { ...usual, ...choice }
      const phone = { domains, keys, tsp, now: () => new Date(now().getTime() + clockMinutes * 60_000) }
      return openVisit(phone, text, { iin, language, how } satisfies Person)
    },
  }
}

async function control(request: IncomingMessage, response: ServerResponse, configure: EgovMobile['configure']) {
  const change = readChange(await readJson(request))
  if (typeof change === 'string') return sendJson(response, 400, { code: 'not-understood', detail: change })
  configure(change)
  sendJson(response, 200, { code: 'done' })
}

async function scanFor(request: IncomingMessage, response: ServerResponse, scan: EgovMobile['scan']) {
  const wanted = readScanRequest(await readJson(request))
  if (typeof wanted === 'string') return sendJson(response, 400, { code: 'not-understood', detail: wanted })
  sendJson(response, 200, await scan(wanted.text, wanted.choice))
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
