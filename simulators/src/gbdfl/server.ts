// The persons database (ЖТ МДҚ / ГБД ФЛ) behind an integration gateway: persons by IIN, in our own JSON contract.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '../demo/persons.ts'
import { addressOf, isForeign, readJson } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { type Behaviour, readChange, type Settings, USUAL } from './settings.ts'

export type Options = { readonly port: number; readonly persons: readonly Person[]; readonly now?: () => Date }

export type Gbdfl = {
  readonly url: string
  configure(change: Partial<Settings>): void
  script(behaviours: readonly Behaviour[]): void // one for each request, before the settings apply again
  close(): Promise<void>
}

/** Starts it on 127.0.0.1. Throws PortBusyError. */
export async function startGbdfl({ port, persons, now = () => new Date() }: Options): Promise<Gbdfl> {
  let settings: Settings = USUAL
  let script: Behaviour[] = []
  const configure = (change: Partial<Settings>) => {
    settings = { ...settings, ...change }
  }
  const replaceScript = (behaviours: readonly Behaviour[]) => {
    script = [...behaviours]
  }

  const server = createServer((request, response) => {
    const path = addressOf(request).pathname
    const iin = /^\/v1\/persons\/(\d{12})$/.exec(path)?.[1]
    if (request.method === 'POST' && path === '/control') {
      void control(request, response, configure, replaceScript)
    } else if (request.method === 'GET' && iin !== undefined) {
      const person = persons.find(candidate => candidate.iin === iin)
      const standing = settings.standing[iin]
      const shown = person && { ...person, ...(standing ? { standing } : {}) }
      void answer(response, script.shift() ?? settings.mode, { ...settings, now: now() }, shown)
    } else {
      send(response, 404, { code: 'address-unknown' })
    }
  })
  const listening = await listen(server, port)
  return {
    url: `http://127.0.0.1:${listening}`,
    configure,
    script: replaceScript,
    close: () => stop(server),
  }
}

async function answer(
  response: ServerResponse,
  behaviour: Behaviour,
  settings: Settings & { readonly now: Date },
  person: Person | undefined,
): Promise<void> {
  if (behaviour === 'hang') return
  if (behaviour === 'down') return void response.destroy()
  if (behaviour === 'maintenance' && !isOver(settings)) return announce(response, settings)
  if (behaviour === 'slow') await wait(settings.slowMs)
  if (behaviour === 'fail') return send(response, 503, { code: 'unavailable' })
  if (behaviour === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
  if (behaviour === 'unknown' || !person) return send(response, 404, { code: 'person-unknown' })
  send(response, 200, person)
}

function isOver({ until, now }: { readonly until: string | null; readonly now: Date }): boolean {
  return until !== null && now >= new Date(until)
}

function announce(
  response: ServerResponse,
  { until, now }: { readonly until: string | null; readonly now: Date },
): void {
  const seconds = until === null ? undefined : Math.ceil((Date.parse(until) - now.getTime()) / 1000)
  if (seconds !== undefined) response.setHeader('retry-after', String(seconds))
  send(response, 503, { code: 'maintenance', until })
}

async function control(
  request: IncomingMessage,
  response: ServerResponse,
  configure: Gbdfl['configure'],
  script: Gbdfl['script'],
): Promise<void> {
  if (isForeign(request)) return send(response, 403, { code: 'another-site' })
  const change = readChange(await readJson(request))
  if (typeof change === 'string') return send(response, 400, { code: 'not-understood', detail: change })
  configure(change.settings)
  if (change.script) script(change.script)
  send(response, 200, { code: 'done' })
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
}
