// The services of the test authority over HTTP, in the manner of the national ones: OCSP (RFC 6960 §A.1), time stamps
// (RFC 3161 §3.4) and revocation lists; and `/control`, which makes them misbehave.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { isForeign, readBytes, readJson } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import type { Authority } from './authority.ts'
import { type Endpoint, endpoints, type Modes } from './endpoints.ts'
import { commitFault } from './fault.ts'
import type { Revocation } from './revocation.ts'
import { isFault, readChange, type Settings, USUAL } from './settings.ts'

export type PkiOptions = {
  readonly port: number // 0: any free one
  readonly authority: Authority
  readonly now?: () => Date
  readonly revoked?: readonly Revocation[] // for good: `control` adds to them
}

export type Pki = {
  readonly ocspGost: string
  readonly ocspRsa: string
  readonly tsp: string
  readonly crl: { readonly [list in keyof typeof LISTS]: string }
  readonly controlUrl: string
  control(change: Partial<Settings>): void // what is not named stays; who waits is answered as it is now
  asked(): Asked
  close(): Promise<void>
}

/** How often each service was asked, misbehaviour included. */
export type Asked = { readonly [service in keyof Modes]: number }

const LISTS = {
  gost: 'issuing-gost',
  gostDelta: 'issuing-gost_d',
  rsa: 'issuing-rsa',
  rsaDelta: 'issuing-rsa_d',
  rootGost: 'root-gost',
  rootRsa: 'root-rsa',
} as const

const REDIRECTED = '/redirected'

/** Starts them on 127.0.0.1. Throws PortBusyError. */
export async function startPki({ port, authority, now = () => new Date(), revoked = [] }: PkiOptions): Promise<Pki> {
  let settings: Settings = USUAL
  let asked: Asked = { ocsp: 0, tsp: 0, crl: 0 }
  const waiting = new Set<() => void>()
  const all = endpoints({ authority, now, revoked: () => [...revoked, ...settings.revoked] })

  const control: Pki['control'] = change => {
    settings = { ...settings, ...change }
    const released = [...waiting]
    waiting.clear()
    for (const again of released) again()
  }
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (pathname === '/control') return steer(request, response, control, () => ({ ...settings, asked }))
    const endpoint = all[pathname.replace(REDIRECTED, '')]
    const refusal = refusalOf(request, endpoint)
    if (!endpoint || refusal) return void response.writeHead(...(refusal ?? [404])).end()
    asked = { ...asked, [endpoint.service]: asked[endpoint.service] + 1 }
    const body = await readBytes(request)
    const answer = async (): Promise<void> => {
      const mode = settings[endpoint.service]
      if (isFault(mode) && !pathname.startsWith(REDIRECTED)) {
        if (mode === 'slow') waiting.add(() => void answer())
        else commitFault(mode, response, { gives: endpoint.gives, elsewhere: `${REDIRECTED}${pathname}` })
      } else {
        const bytes = await endpoint.answer(body, honest(settings))
        response.writeHead(200, { 'content-type': endpoint.gives, 'content-length': bytes.length }).end(bytes)
      }
    }
    await answer()
  }
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy()) // a body that is too long, a caller that has gone
  })
  const url = `http://127.0.0.1:${await listen(server, port)}`
  const list = (name: string) => `${url}/crl/${name}.crl`
  return {
    ocspGost: `${url}/ocsp/gost`,
    ocspRsa: `${url}/ocsp/rsa`,
    tsp: `${url}/tsp`,
    crl: {
      gost: list(LISTS.gost),
      gostDelta: list(LISTS.gostDelta),
      rsa: list(LISTS.rsa),
      rsaDelta: list(LISTS.rsaDelta),
      rootGost: list(LISTS.rootGost),
      rootRsa: list(LISTS.rootRsa),
    },
    controlUrl: `${url}/control`,
    control,
    asked: () => asked,
    close: () => stop(server),
  }
}

/** Why a request gets no answer of the service: its status, and where it is sent instead. */
function refusalOf(
  { method, headers }: IncomingMessage,
  endpoint: Endpoint | undefined,
): [status: number, headers?: Record<string, string>] | undefined {
  if (!headers['user-agent']) return [303, { location: '/blocked' }] // what stands before the national services does this
  if (!endpoint) return [404]
  if (method !== (endpoint.takes ? 'POST' : 'GET')) return [405]
  if (endpoint.takes && headers['content-type'] !== endpoint.takes) return [415]
  return undefined
}

/** The modes, a fault of the line counting as the truth: it is told at the other end of a redirect. */
function honest({ ocsp, tsp, crl }: Settings): Modes {
  return {
    ocsp: isFault(ocsp) ? 'good' : ocsp,
    tsp: isFault(tsp) ? 'good' : tsp,
    crl: isFault(crl) ? 'good' : crl,
  }
}

async function steer(
  request: IncomingMessage,
  response: ServerResponse,
  control: Pki['control'],
  state: () => unknown,
): Promise<void> {
  const send = (status: number, body: unknown) =>
    void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))
  if (isForeign(request)) return send(403, { code: 'another-site' })
  if (request.method === 'GET') return send(200, state())
  const change = readChange(await readJson(request))
  if (typeof change === 'string') return send(400, { code: 'not-understood', detail: change })
  control(change)
  send(200, state())
}
