// The phone's page: scan, see who asks and what for, sign or decline, see what the service answered.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBody } from '../http-body.ts'
import { finishVisit } from './finish-visit.ts'
import { LANGUAGES, type Language } from './localised.ts'
import { SCRIPT, STYLE } from './page-assets.ts'
import { renderRequest, renderResult, renderScan } from './page-view.ts'
import { readScanForm } from './scan-form.ts'
import { openScans, type Scans } from './scans.ts'
import type { Hand } from './server.ts'

type Exchange = {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly path: string
  readonly language: Language
}

/** Answers the page's requests; those of other sites were turned away before. */
export function phonePage(hand: Hand): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const scans = openScans()
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const named = LANGUAGES.find(language => language === url.searchParams.get('lang'))
    const exchange = { request, response, path: url.pathname, language: named ?? hand.settings().language }
    response.setHeader('content-security-policy', "default-src 'self'; form-action 'self'; frame-ancestors 'none'")
    response.setHeader('cache-control', 'no-store')
    await route(hand, scans, exchange)
  }
}

async function route(hand: Hand, scans: Scans, exchange: Exchange): Promise<void> {
  const { request, response, path } = exchange
  const call = `${request.method} ${path}`
  if (call === 'GET /') return showScan(hand, exchange)
  if (call === 'POST /') return scan(hand, scans, exchange)
  if (call === 'GET /style.css') return send(response, 200, 'text/css', STYLE)
  if (call === 'GET /page.js') return send(response, 200, 'text/javascript', SCRIPT)
  if (call === 'GET /favicon.ico') return send(response, 204, 'image/x-icon', '')
  const [, id, document] = /^\/scans\/([\w-]{36})(?:\/documents\/(\d{1,3}))?$/.exec(path) ?? []
  if (id !== undefined && request.method === 'GET') {
    return document === undefined ? showOne(scans, id, exchange) : sendDocument(scans, id, Number(document), response)
  }
  if (id !== undefined && document === undefined && request.method === 'POST') return decide(scans, id, exchange)
  return send(response, 404, 'text/plain', 'No such page.\n')
}

type Attempt = Pick<Parameters<typeof renderScan>[0], 'typed' | 'problem' | 'chosen'>

function showScan(hand: Hand, { response, language }: Exchange, attempt?: Attempt): void {
  const first: Attempt = { typed: '', problem: undefined, chosen: hand.settings() }
  const view = { frame: { language, path: '/' }, owners: hand.owners(), ...first, ...attempt }
  send(response, attempt ? 422 : 200, 'text/html', renderScan(view))
}

async function scan(hand: Hand, scans: Scans, exchange: Exchange): Promise<void> {
  const { text, hasPicture, ...chosen } = await readScanForm(exchange.request)
  if (text === undefined) {
    return showScan(hand, exchange, { typed: '', problem: hasPicture ? 'noCode' : 'noText', chosen })
  }
  const { language } = exchange
  const opening = await hand.open(text, {
    language,
    how: chosen.how,
    ...(chosen.person ? { person: chosen.person } : {}),
  })
  const id = scans.keep(opening.kind === 'open' ? opening : { kind: 'over', report: opening.report, byLink: false })
  redirect(exchange, `/scans/${id}`)
}

function showOne(scans: Scans, id: string, { response, path, language }: Exchange): void {
  const found = scans.find(id)
  const frame = { language, path }
  if (!found) send(response, 404, 'text/plain', 'No such scan.\n')
  else if (found.kind === 'over') send(response, 200, 'text/html', renderResult(frame, found.report, found.byLink))
  else {
    const { trail, operation } = found.visit
    send(response, 200, 'text/html', renderRequest(frame, trail.shown(), operation.documents.host))
  }
}

/** The first answer counts: a second press of the button shows what came of the first. */
async function decide(scans: Scans, id: string, exchange: Exchange): Promise<void> {
  const act = new URLSearchParams(await readBody(exchange.request)).get('act') === 'sign' ? 'sign' : 'decline'
  const visit = scans.take(id)
  if (visit) {
    const report = await finishVisit(visit, act)
    scans.end(id, { kind: 'over', report, byLink: visit.scanned.by === 'link' })
  }
  redirect(exchange, exchange.path)
}

function sendDocument(scans: Scans, id: string, i: number, response: ServerResponse): void {
  const found = scans.find(id)
  const content = found?.kind === 'open' ? found.visit.documents.list[i]?.content : undefined
  const file = content?.kind === 'file' ? content : undefined
  const type = file?.mime.endsWith('pdf') ? 'application/pdf' : 'application/octet-stream'
  response.writeHead(file ? 200 : 404, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(file?.bytes)
}

function redirect({ response, language }: Exchange, path: string): void {
  response.writeHead(303, { location: `${path}?lang=${language}` }).end()
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text)
}
