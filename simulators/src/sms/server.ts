// An SMS gateway whose messages go no further: its JSON contract and the inbox as a page, on one port.
import { readJson } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { type Behaviour, openBehaviour } from '../messages/behaviour.ts'
import { type Inbox, openInbox } from '../messages/inbox.ts'
import { type Exchange, inboxServer, sendJson } from '../messages/inbox-server.ts'
import { readSms, type Sms } from './sms.ts'

export const SMS_MODES = [
  'good',
  'down', // the connection is cut
  'slow', // takes the message and does not say so until told to behave otherwise
  'lost-answer', // takes the message and cuts the connection before saying so
  'try-later', // 503 with Retry-After
  'error-500',
  'garbage', // 202 with what is not JSON
  'refuse', // 422: no such number
] as const
export type SmsMode = (typeof SMS_MODES)[number]

export type SmsOptions = {
  readonly port: number // 0: any free one
  readonly token?: string // what the bearer must be; anybody may send when absent
  readonly now?: () => Date
}

export type SmsGateway = {
  readonly url: string // where messages are posted
  readonly pageUrl: string
  readonly messages: Inbox['messages']
  readonly behave: Behaviour<SmsMode>['behave']
  close(): Promise<void>
}

const ADDRESS = '/v1/messages'

/** Starts it on 127.0.0.1. Throws PortBusyError. */
export async function startSms({ port, token, now = () => new Date() }: SmsOptions): Promise<SmsGateway> {
  const inbox = openInbox(now)
  const behaviour = openBehaviour<SmsMode>(SMS_MODES)
  const taken = new Map<string, Sms>()
  const take = (exchange: Exchange) => takeSms({ token, inbox, behaviour, taken }, exchange)
  const server = inboxServer({ carrier: 'sms', inbox, behaviour, own: { [`POST ${ADDRESS}`]: take } })
  const listening = await listen(server, port)
  return {
    url: `http://127.0.0.1:${listening}${ADDRESS}`,
    pageUrl: `http://127.0.0.1:${listening}/`,
    messages: inbox.messages,
    behave: behaviour.behave,
    close: () => stop(server),
  }
}

type Needs = {
  readonly token: string | undefined
  readonly inbox: Inbox
  readonly behaviour: Behaviour<SmsMode>
  readonly taken: Map<string, Sms> // by id: a repeat is answered alike and sent once
}

async function takeSms(needs: Needs, { request, response }: Exchange): Promise<void> {
  const { behaviour, taken, inbox } = needs
  if (behaviour.mode() === 'down') return void response.destroy()
  if (!isBearer(request.headers.authorization, needs.token)) return sendJson(response, 401, { code: 'unauthorised' })
  const mode = behaviour.mode()
  if (mode === 'error-500') return sendJson(response, 500, { code: 'failed' })
  if (mode === 'try-later') {
    response.setHeader('retry-after', '1')
    return sendJson(response, 503, { code: 'busy' })
  }
  const sms = readSms(await readJson(request))
  if (typeof sms === 'string') return sendJson(response, 400, { code: 'not-understood', detail: sms })
  if (mode === 'refuse') return sendJson(response, 422, { code: 'no-such-number' })
  const before = taken.get(sms.id)
  if (before && (before.to !== sms.to || before.text !== sms.text)) return sendJson(response, 409, { code: 'id-taken' })
  if (!before) {
    taken.set(sms.id, sms)
    inbox.add({ ...sms, from: undefined, subject: undefined })
  }
  if (mode === 'slow') await behaviour.changed()
  if (behaviour.mode() === 'lost-answer') return void response.destroy()
  if (mode === 'garbage') return void response.writeHead(202, { 'content-type': 'text/html' }).end('<html>')
  sendJson(response, 202, { id: sms.id })
}

function isBearer(header: string | undefined, token: string | undefined): boolean {
  return token === undefined || header === `Bearer ${token}`
}
