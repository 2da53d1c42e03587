// The persons database (ЖТ МДҚ / ГБД ФЛ) behind an integration gateway: persons by IIN, in our own JSON contract.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Person } from '../demo/persons.ts'
import { isForeign, readJson } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { type Behaviour, readChange, type Settings, USUAL } from './settings.ts'

export type Options = { readonly port: number; readonly persons: readonly Person[] }

export type Gbdfl = {
  readonly url: string
  configure(change: Partial<Settings>): void
  script(behaviours: readonly Behaviour[]): void // one for each request, before the settings apply again
  close(): Promise<void>
}

/** Starts it on 127.0.0.1. Throws PortBusyError. */
export async function startGbdfl({ port, persons }: Options): Promise<Gbdfl> {
  let settings: Settings = USUAL
  let script: Behaviour[] = []
  const configure = (change: Partial<Settings>) => {
    settings = { ...settings, ...change }
  }
  const replaceScript = (behaviours: readonly Behaviour[]) => {
    script = [...behaviours]
  }

  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname
    const iin = /^\/v1\/persons\/(\d{12})$/.exec(path)?.[1]
    if (request.method === 'POST' && path === '/control') {
      void control(request, response, configure, replaceScript)
    } else if (request.method === 'GET' && iin !== undefined) {
      const person = persons.find(candidate => candidate.iin === iin)
      const standing = settings.standing[iin]
      const shown = person && { ...person, ...(standing ? { standing } : {}) }
      void answer(response, script.shift() ?? settings.mode, settings, shown)
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
  settings: Settings,
  person: Person | undefined,
): Promise<void> {
  if (behaviour === 'hang') return
  if (behaviour === 'slow') await wait(settings.slowMs)
  if (behaviour === 'fail') return send(response, 503, { code: 'unavailable' })
  if (behaviour === 'garbage') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
  if (behaviour === 'unknown' || !person) return send(response, 404, { code: 'person-unknown' })
  send(response, 200, person)
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
