// For tests of the simulated eGov Mobile: a tiny service that asks for a signature, right in everything, until a test makes
// an answer of it wrong.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { readBody } from '../http-body.ts'
import { listen, stop } from '../listen.ts'

export type Asked = { readonly call: string; readonly headers: IncomingHttpHeaders; readonly body: string }

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown // a string goes as it stands, anything else as JSON
}

type Name = 'api1' | 'api2' | 'put'

export type SigningService = {
  readonly origin: string
  readonly qr: string
  readonly link: string
  reply(name: Name, change: (right: Reply) => Reply | 'broken-off'): void // from now on
  asked(): readonly Asked[]
  reset(): void
  close(): Promise<void>
}

export const OPERATION = '/mgovSign/3f6c2c1e9a7b4d0d8b1a5e2f7c6d4b3a'
export const TOKEN = 'mock-token'
export const TEXT = 'Жеке кабинетке кіру\ncabinet.example.kz\nКод: 47\n'

const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }

/** On 127.0.0.1, any free port; operations last until `until`. */
export async function startSigningService(until = '2026-12-01T12:49:56.000+0500'): Promise<SigningService> {
  let changes: Partial<Record<Name, (right: Reply) => Reply | 'broken-off'>> = {}
  let asked: Asked[] = []
  const server = createServer((request, response) => {
    void serve(request, response)
  })
  const origin = `http://127.0.0.1:${await listen(server, 0)}`
  const right = rightReplies(origin, until)
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = `${request.method} ${request.url}`
    asked = [...asked, { call, headers: request.headers, body: await readBody(request).catch(() => 'too long') }]
    const name = NAMES[call]
    if (!name) return void response.writeHead(404, HEADERS).end('{"message":"Операция табылмады."}')
    const reply = changes[name]?.(right[name]) ?? right[name]
    if (reply === 'broken-off') return void response.destroy()
    const { status, headers, body } = reply
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
  }
  return {
    origin,
    qr: `mobileSign:${origin}${OPERATION}`,
    link: `https://m.egov.kz/mobileSign/?link=${encodeURIComponent(origin + OPERATION)}`,
    reply(name, change) {
      changes = { ...changes, [name]: change }
    },
    asked: () => asked,
    reset() {
      changes = {}
      asked = []
    },
    close: () => stop(server),
  }
}

const NAMES: Readonly<Record<string, Name>> = {
  [`GET ${OPERATION}`]: 'api1',
  [`GET ${OPERATION}/documents`]: 'api2',
  [`PUT ${OPERATION}/documents`]: 'put',
}

function rightReplies(origin: string, until: string): Readonly<Record<Name, Reply>> {
  const reply = (body: unknown): Reply => ({ status: 200, headers: HEADERS, body })
  return {
    api1: reply({
      description: 'Жеке кабинетке кіру. Код 47',
      expiry_date: until,
      organisation: { nameRu: 'АО «Тест»', nameKz: '«Тест» АҚ', nameEn: 'Test JSC', bin: '123456789021' },
      document: { uri: `${origin}${OPERATION}/documents`, auth_type: 'Token', auth_token: TOKEN },
    }),
    api2: reply({ signMethod: 'CMS_WITH_DATA', version: 1, documentsToSign: [loginDocument(1)] }),
    put: reply({ status: 'success' }),
  }
}

/** A document as it is served for signing in. */
export function loginDocument(id: number) {
  return {
    id,
    nameRu: 'Вход в личный кабинет',
    nameKz: 'Жеке кабинетке кіру',
    nameEn: 'Sign in',
    meta: [{ name: 'Код', value: '47' }],
    document: { file: { mime: 'text/plain', data: Buffer.from(TEXT).toString('base64') } },
  }
}
