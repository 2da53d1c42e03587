// An inbox over HTTP: the person's page, `GET /messages` and `/control` for tests. What else a carrier has comes first.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { addressOf, isForeign, readJson } from '../http-body.ts'
import { STYLE as BASE } from '../ncalayer/page-assets.ts'
import { type Behaviour, readMode } from './behaviour.ts'
import type { Inbox, Message } from './inbox.ts'
import { renderInbox, SCRIPT, STYLE } from './inbox-page.ts'
import type { Carrier } from './inbox-words.ts'

export type InboxNeeds<Mode extends string = string> = {
  readonly carrier: Carrier
  readonly inbox: Inbox
  readonly behaviour: Behaviour<Mode>
  readonly own?: Readonly<Record<string, (exchange: Exchange) => Promise<void>>> // by 'POST /address'
}
export type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL }

export function inboxServer<Mode extends string>(needs: InboxNeeds<Mode>): Server {
  return createServer((request, response) => {
    const url = addressOf(request)
    route(needs, { request, response, url }).catch(() => response.destroy()) // a body that is too long, a caller that has gone
  })
}

async function route<Mode extends string>(needs: InboxNeeds<Mode>, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange
  response.setHeader('content-security-policy', "default-src 'self'; frame-ancestors 'none'")
  response.setHeader('cache-control', 'no-store')
  if (isForeign(request)) return sendJson(response, 403, { code: 'another-site' })
  const call = `${request.method} ${url.pathname}`
  const own = needs.own?.[call]
  if (own) return own(exchange)
  if (call === 'GET /') return showPage(needs, exchange)
  if (call === 'GET /style.css') return send(response, 200, 'text/css', BASE + STYLE)
  if (call === 'GET /page.js') return send(response, 200, 'text/javascript', SCRIPT)
  if (call === 'GET /events') return streamEvents(needs, exchange)
  if (call === 'GET /messages') return sendJson(response, 200, needs.inbox.messages(addressIn(url)).map(withoutContent))
  if (call === 'GET /control') return sendJson(response, 200, state(needs))
  if (call === 'POST /control') return control(needs, exchange)
  return sendJson(response, 404, { code: 'address-unknown' })
}

function showPage<Mode extends string>(
  { carrier, inbox, behaviour }: InboxNeeds<Mode>,
  { response, url }: Exchange,
): void {
  const to = addressIn(url)
  const isGood = behaviour.mode() === behaviour.modes[0]
  const page = renderInbox({
    carrier,
    language: url.searchParams.get('lang') === 'ru' ? 'ru' : 'kk',
    to,
    messages: inbox.messages(to),
    delivered: inbox.delivered(),
    mode: isGood ? undefined : behaviour.mode(),
  })
  send(response, 200, 'text/html', page)
}

/** `+` in an address of a page is a space; a telephone number means it literally. */
function addressIn(url: URL): string | undefined {
  return url.searchParams.get('to')?.replace(/^ (?=\d)/, '+') || undefined
}

function streamEvents({ inbox }: Pick<InboxNeeds, 'inbox'>, { request, response }: Exchange): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  const tell = () => response.write(`data: ${inbox.delivered()}\n\n`)
  request.on('close', inbox.watch(tell))
  tell()
}

async function control<Mode extends string>(needs: InboxNeeds<Mode>, { request, response }: Exchange): Promise<void> {
  const change = readMode(await readJson(request), needs.behaviour.modes)
  if (typeof change === 'string') return sendJson(response, 400, { code: 'not-understood', detail: change })
  needs.behaviour.behave(change.mode)
  sendJson(response, 200, state(needs))
}

function state<Mode extends string>({ behaviour, inbox }: InboxNeeds<Mode>) {
  return { mode: behaviour.mode(), delivered: inbox.delivered() }
}

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  send(response, status, 'application/json', JSON.stringify(value))
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(text)
}

/** What is attached is named and weighed; tests in the same process have it whole. */
function withoutContent({ files, ...message }: Message) {
  return files
    ? { ...message, files: files.map(({ content, ...file }) => ({ ...file, size: content.length })) }
    : message
}
