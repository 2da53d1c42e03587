// The sample messages of the protocol: each is served as it stands, and the app says of it what the sample is meant to show.
import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBody } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { vectors } from '../testing/vectors.ts'
import type { Report } from './report.ts'
import { type EgovMobile, startEgovMobile } from './server.ts'
import type { ScanChoice } from './settings.ts'

type Headers = Readonly<Record<string, string>>
type Exchange = {
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Headers
    readonly body?: unknown
  }
  readonly response: { readonly status: number; readonly body: unknown }
}

type Expected = {
  readonly outcome: Report['outcome']
  readonly api1?: string // the other samples that the exchange needs, where they are not the usual ones
  readonly api2?: string
  readonly put?: string
  readonly choice?: ScanChoice
  readonly wrong?: string // where a violation is noted; without it there is none
}

const SITE = 'https://cabinet.example.kz'

/** Every sample of an exchange, and what comes of it. */
const SAMPLES: Readonly<Record<string, Expected>> = {
  'api1-none.json': { outcome: 'signed' },
  'api1-none-empty-token.json': { outcome: 'signed' },
  'api1-token.json': { outcome: 'signed' },
  'api1-eds.json': { outcome: 'signed', api2: 'api2-post-eds.json' },
  'api1-bad-auth-type.json': { outcome: 'stopped', wrong: 'API №1 document auth_type' },
  'api1-not-found.json': { outcome: 'refused' },
  'api1-not-found-kk.json': { outcome: 'refused', choice: { language: 'kk' } },
  'api2-get-cms-sign-only.json': { outcome: 'signed' },
  'api2-get-cms-with-data-pdf.json': { outcome: 'signed' },
  'api2-get-xml.json': { outcome: 'unsupported' },
  'api2-get-mix.json': { outcome: 'unsupported', api1: 'api1-none.json' },
  'api2-get-sign-bytes-array.json': { outcome: 'signed', api1: 'api1-none.json' },
  'api2-get-wrong-token.json': { outcome: 'refused' },
  'api2-get-legacy-mime.json': {
    outcome: 'stopped',
    api1: 'api1-none.json',
    wrong: 'API №2 documentsToSign[0] document file mime',
  },
  'api2-get-no-version.json': { outcome: 'stopped', api1: 'api1-none.json', wrong: 'API №2 version' },
  'api2-post-eds.json': { outcome: 'signed', api1: 'api1-eds.json' },
  'api2-post-eds-refused.json': { outcome: 'refused', api1: 'api1-eds.json' },
  'api2-put-cms-ok.json': { outcome: 'signed' },
  'api2-put-cms-ok-backurl.json': { outcome: 'signed' },
  'api2-put-again.json': { outcome: 'signed', choice: { how: 'third-same' } },
  'api2-put-canceled.json': { outcome: 'declined', choice: { how: 'decline' } },
  'api2-put-invalid-signature.json': { outcome: 'refused', choice: { how: 'broken-signature' } },
  'api2-put-wrong-person.json': { outcome: 'refused', choice: { how: 'wrong-person' } },
  'api2-put-sign-bytes-array-ok.json': {
    outcome: 'signed',
    api1: 'api1-none.json',
    api2: 'api2-get-sign-bytes-array.json',
  },
  'login-api1.json': { outcome: 'signed', api2: 'login-api2-get.json' },
  'login-api2-get.json': { outcome: 'signed', api1: 'login-api1.json' },
  'login-api2-put.json': { outcome: 'signed', api1: 'login-api1.json', api2: 'login-api2-get.json' },
}

const FOR_OLD = { api1: 'api1-none.json', choice: { how: 'old-app' } } as const

/** What services of another age say is understood by an app of that age. */
const OLD: readonly (readonly [string, Expected])[] = [
  ['api2-get-legacy-mime.json', { outcome: 'signed', ...FOR_OLD }],
  ['api2-get-no-version.json', { outcome: 'unsupported', ...FOR_OLD }],
]

/** Of methods that this simulator says it has not. */
const NOT_SIMULATED = ['api2-put-xml-ok.json']

/** Texts and links, not exchanges. */
const ELSEWHERE = ['qr-text.json', 'launch-links.json']

const folder = vectors('protocols/messages/egov-qr')

describe.skipIf(!folder)('the samples of the protocol', () => {
  const all = folder ? readdirSync(folder).toSorted() : []
  let demo: DemoDir
  beforeAll(async () => {
    demo = await makeDemoDir()
    console.log(`samples of the protocol played: ${Object.keys(SAMPLES).length} of ${all.length}`)
  })
  afterAll(() => demo.remove())

  it('are all accounted for', () => {
    expect([...Object.keys(SAMPLES), ...NOT_SIMULATED, ...ELSEWHERE].toSorted()).toEqual(all)
  })

  for (const [file, expected] of [...Object.entries(SAMPLES), ...OLD]) {
    const { outcome, wrong, choice } = expected
    it(`${file}: ${[outcome, wrong, choice?.how].filter(Boolean).join(', ')}`, async () => {
      const desk = await startSampleDesk(parts(file, expected))
      const phone = await startEgovMobile({ port: 0, domains: [desk.origin], keys: [demo.keysDir], now: () => NOW })
      try {
        await play(phone, desk, file, expected)
      } finally {
        await Promise.all([phone.close(), desk.close()])
      }
    })
  }
})

async function play(phone: EgovMobile, desk: SampleDesk, file: string, { choice, outcome, wrong }: Expected) {
  const { request, response } = read(file)
  const report = await phone.scan(
    `mobileSign:${desk.origin}${new URL(request.url).pathname.replace('/documents', '')}`,
    {
      language: 'ru',
      ...choice,
    },
  )
  expect(report.outcome).toBe(outcome)
  expect(report.violations.map(({ where }) => where)).toEqual(wrong ? [wrong] : [])
  if (outcome === 'refused') expect(report.shown.message).toBe((response.body as { message: string }).message)
  const sent = desk.asked().findLast(({ method, path }) => method === request.method && request.url.endsWith(path))
  if (choice?.how === 'old-app') expect(sent?.headers['accept-language']).toBeUndefined()
  else expect(sent?.headers).toMatchObject(lowerCased(request.headers, file))
  if (request.body) expect(shapeOf(sent?.body)).toEqual(shapeOf(request.body))
}

/** A wrong token in a sample is the service's story: this app sends the one that it was given. */
function lowerCased(headers: Headers, file: string): Headers {
  const entries = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const { authorization, ...others } = Object.fromEntries(entries) as Headers
  return authorization && file !== 'api2-get-wrong-token.json' ? { ...others, authorization } : others
}

/** Signatures differ; everything else that is sent back must be as in the sample. One document stands for several alike. */
function shapeOf(body: unknown): unknown {
  const text = JSON.stringify(body, (key, value) => (key === 'data' ? 'signed' : value))
  const whole = JSON.parse(text) as { readonly documentsToSign: readonly unknown[] } | { readonly xml: string }
  if ('xml' in whole) return Object.keys(whole)
  return { ...whole, documentsToSign: whole.documentsToSign.slice(0, 1) }
}

function read(file: string): Exchange {
  return JSON.parse(readFileSync(path.join(folder ?? '', file), 'utf8')) as Exchange
}

function parts(file: string, { api1, api2, put }: Expected): readonly Exchange[] {
  const usual = [api1 ?? 'api1-token.json', api2 ?? 'api2-get-cms-with-data-pdf.json', put ?? 'api2-put-cms-ok.json']
  const { method, url } = read(file).request
  const kind = method === 'PUT' ? 2 : url.endsWith('/documents') ? 1 : 0
  return usual.with(kind, file).map(read)
}

type Sent = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}
type SampleDesk = { readonly origin: string; asked(): readonly Sent[]; close(): Promise<void> }

/** Answers as the samples do, under its own origin instead of theirs. */
async function startSampleDesk(exchanges: readonly Exchange[]): Promise<SampleDesk> {
  const asked: Sent[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const text = await readBody(request)
    asked.push({ method, path: url, headers, body: text === '' ? undefined : JSON.parse(text) })
    const played = exchanges.find(({ request }) => request.method === method && request.url.endsWith(url))
    const usual = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
    const body = JSON.stringify(played?.response.body ?? {}).replaceAll(SITE, origin)
    response.writeHead(played?.response.status ?? 500, usual).end(body)
  })
  const origin = `http://127.0.0.1:${await listen(server, 0)}`
  return { origin, asked: () => asked, close: () => stop(server) }
}
