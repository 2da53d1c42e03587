// The person's side of the simulator: a page on a loopback port of its own, and `/control` for tests.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { addressOf, isForeign, readBody, readJson } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { KeyFileError } from '../p12/error.ts'
import type { Needs } from './answer.ts'
import type { Dialog } from './desk.ts'
import { misfit } from './fit.ts'
import type { OpenKey } from './key-ring.ts'
import { SCRIPT, STYLE } from './page-assets.ts'
import { isPdf, renderPage } from './page-view.ts'
import { type PageLanguage, WORDS } from './page-words.ts'
import type { Controls } from './server.ts'
import { readChange } from './settings.ts'

type PageNeeds = Needs & Controls
type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL }
type Attempt = { readonly problem: string; readonly picked: string }

/** Starts the page. Throws PortBusyError. */
export async function startPage(needs: PageNeeds, port: number): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const url = addressOf(request)
    route(needs, { request, response, url }).catch(() => {
      if (!response.headersSent) send(response, 500, 'text/plain', 'The simulator failed.\n')
    })
  })
  return { url: `http://127.0.0.1:${await listen(server, port)}/`, close: () => stop(server) }
}

async function route(needs: PageNeeds, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange
  response.setHeader('content-security-policy', "default-src 'self'; form-action 'self'; frame-ancestors 'none'")
  response.setHeader('cache-control', 'no-store')
  const call = `${request.method} ${url.pathname}`
  if (request.method === 'POST' && isForeign(request)) return send(response, 403, 'text/plain', 'Another site.\n')
  if (call === 'GET /') return showPage(needs, exchange)
  if (call === 'GET /style.css') return send(response, 200, 'text/css', STYLE)
  if (call === 'GET /page.js') return send(response, 200, 'text/javascript', SCRIPT)
  if (call === 'GET /favicon.ico') return send(response, 204, 'image/x-icon', '')
  if (call === 'GET /events') return streamEvents(needs, exchange)
  if (call.startsWith('GET /document/')) return sendDocument(needs, exchange)
  if (call === 'GET /control') return sendJson(response, 200, needs.settings())
  if (call === 'POST /control') return control(needs, exchange)
  if (call === 'POST /answer') return answer(needs, exchange)
  return send(response, 404, 'text/plain', 'No such page.\n')
}

function showPage(needs: PageNeeds, { response, url }: Exchange, attempt?: Attempt): void {
  const dialog = needs.desk.current()
  const page = renderPage({
    language: languageOf(url, dialog),
    query: url.searchParams.has('lang') ? `?lang=${languageOf(url, dialog)}` : '',
    dialog,
    waiting: needs.desk.waiting(),
    last: needs.desk.last(),
    automatic: needs.settings().mode === 'auto',
    files: needs.keys.files(),
    problem: attempt?.problem,
    picked: attempt?.picked,
  })
  send(response, attempt ? 422 : 200, 'text/html', page)
}

/** The form: sign or cancel. A wrong password stays on this page; the site hears nothing of it. */
async function answer(needs: PageNeeds, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange
  const form = new URLSearchParams(await readBody(request))
  const dialog = needs.desk.current()
  if (dialog && String(dialog.id) === form.get('dialog')) {
    const outcome = form.get('act') === 'cancel' ? undefined : pick(needs, dialog, form, languageOf(url, dialog))
    if (outcome && 'problem' in outcome) return showPage(needs, exchange, outcome)
    needs.desk.answer(dialog.id, outcome ? { kind: 'chosen', key: outcome } : { kind: 'cancelled' })
  }
  response.writeHead(303, { location: `/${url.search}` }).end()
}

function pick(needs: PageNeeds, dialog: Dialog, form: URLSearchParams, language: PageLanguage): OpenKey | Attempt {
  const words = WORDS[language]
  const picked = form.get('file') ?? ''
  const file = needs.keys.files().find(({ name }) => name === picked)
  if (!file) return { problem: words.badFile, picked }
  try {
    const key = needs.keys.open(file, form.get('password') ?? '')
    const reason = form.has('anyway') ? undefined : misfit(key.holder, dialog.request, needs.now())
    return reason ? { problem: words.misfits[reason], picked } : key
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error
    return { problem: error.code === 'wrong-password' ? words.wrongPassword : words.badFile, picked }
  }
}

async function control(needs: PageNeeds, { request, response }: Exchange): Promise<void> {
  const change = readChange(await readJson(request))
  if (typeof change === 'string') return sendJson(response, 400, { problem: change })
  needs.configure(change.settings)
  if (change.script) needs.script(change.script)
  needs.desk.changed()
  sendJson(response, 200, needs.settings())
}

function streamEvents(needs: PageNeeds, { request, response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const tell = () => {
    const dialog = needs.desk.current()
    const state = { dialog: dialog?.id ?? 0, deserted: dialog?.isDeserted() ?? false }
    response.write(`data: ${JSON.stringify(state)}\n\n`)
  }
  request.on('close', needs.desk.watch(tell))
  tell()
}

function sendDocument(needs: PageNeeds, { response, url }: Exchange): void {
  const data = needs.desk.current()?.request.data[Number(url.pathname.split('/')[2])]
  const type = data && isPdf(data) ? 'application/pdf' : 'application/octet-stream'
  response.writeHead(data ? 200 : 404, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(data)
}

/** The address decides, then the language that the site asked for, then Kazakh. */
function languageOf(url: URL, dialog: Dialog | undefined): PageLanguage {
  const wanted = url.searchParams.get('lang') ?? dialog?.request.locale
  return wanted === 'ru' ? 'ru' : 'kk'
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value))
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text)
}
