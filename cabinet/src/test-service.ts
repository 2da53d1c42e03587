// For tests: the whole service in this process, on a database of its own, with a clock that the test sets, and authorities
// that behave as it says.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { PERSONS } from '@otinish/simulators/demo/persons'
import { type Gbdfl, startGbdfl } from '@otinish/simulators/gbdfl/server'
import { type Pki, startPki } from '@otinish/simulators/pki/server'
import { inject, onTestFinished } from 'vitest'
import { compose, type Service } from './compose/compose.ts'
import type { World } from './compose/world.ts'
import { type FreshDatabase, type FreshOptions, freshDatabase } from './database/fresh-database.ts'
import { openTypst, type Typeset } from './documents/typst.ts'
import { readSealKey } from './evidence/seal-key.ts'
import { listSealPins } from './evidence/seal-pins.ts'
import { EVIDENCE_KEY } from './evidence/test-vault.ts'
import { addCoreKey, makeCoreKey, SCOPES } from './intake/core-key.ts'
import { type Places, places, projectRoot } from './root.ts'
import { testPool } from './signatures/test-pool.ts'
import { TODAY, testAuthority } from './test-authority.ts'

export type LogLine = { readonly level: string; readonly event: string } & Readonly<Record<string, unknown>>

export type TestOptions = FreshOptions & {
  readonly settings?: Partial<World['config']>
  readonly evidenceKeys?: readonly string[]
  readonly sealPins?: readonly Uint8Array[]
  readonly publicUrl?: string // SITE unless somebody outside has to find it
}

export type TestService = Service & {
  readonly database: FreshDatabase
  readonly gbdfl: Gbdfl
  readonly pki: Pki // the authority's responders and stamps, and how they behave
  readonly log: readonly LogLine[]
  readonly clock: { at: Date }
  readonly coreKey: string
  readonly browser: () => Browser
  readonly core: (method: string, path: string, body?: unknown, key?: string) => Promise<Answer>
}

/** JSON of an answer; `{}` when it has none. */
export type Answer = { readonly status: number; readonly headers: Headers; readonly json: Json }
// biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever JSON came
export type Json = any

let typeset: Typeset | undefined // warming it up takes longer than a test

export const PAGE_LIMIT = 14 * 1024
export const SITE = 'http://127.0.0.1:8080'

/** What the fund sets for itself. */
const OF_THE_FUND = {
  ORGANISATION_BIN: '000000000000',
  ORGANISATION_NAME_KK: '«БЖЗҚ» АҚ',
  ORGANISATION_NAME_RU: 'АО «ЕНПФ»',
  ORGANISATION_NAME_EN: 'UAPF JSC',
  CONTACT_HOURS: undefined,
  CORE_SILENCE_HOURS: 12,
  STATISTICS_MIN_CASES: 20,
  ORGANISATION_ADDRESS_KK: undefined,
  ORGANISATION_ADDRESS_RU: undefined,
  ORGANISATION_ADDRESS_EN: undefined,
  ORGANISATION_PHONE: '1418',
  ORGANISATION_SITE: 'enpf.kz',
  CERTIFICATE_DAYS: 90,
}

export async function testService(options: TestOptions = {}): Promise<TestService> {
  const authority = await testAuthority()
  const root = projectRoot()
  const files = places(root)
  const database = await freshDatabase(options)
  const gbdfl = await startGbdfl({ port: 0, persons: PERSONS })
  const until = options.until ?? onTestFinished
  until(() => gbdfl.close())
  const clock = { at: TODAY }
  const pki = await startPki({ port: 0, authority: authority.authority, now: () => clock.at })
  until(() => pki.close())
  const log: LogLine[] = []
  const service = compose({
    config: {
      MODE: 'test',
      NCALAYER_URL: 'ws://127.0.0.1:13579/',
      QR_AUTH: 'token',
      GBDFL_URL: gbdfl.url,
      GBDFL_TOKEN: undefined,
      GBDFL_TIMEOUT_MS: 500,
      PERSON_RECORD_HOURS: 24,
      REVOCATION: 'ocsp',
      OCSP_URL_GOST: pki.ocspGost,
      OCSP_URL_RSA: pki.ocspRsa,
      TSP_URL: pki.tsp,
      CRL_URLS: [],
      CRL_DIR: path.join(inject('scratch'), 'crl', randomUUID()),
      AUTHORITY_TIMEOUT_MS: 400,
      CHECK_TIMEOUT_MS: 20_000,
      HOLD_HOURS: 24,
      TRUSTED_PROXIES: 1,
      SMTP_URL: undefined,
      MAIL_FROM: 'Өтініш <otinish@localhost>',
      SMS_URL: undefined,
      SMS_TOKEN: undefined,
      ...OF_THE_FUND,
      ...options.settings,
    },
    publicUrl: options.publicUrl ?? SITE,
    sessionKeys: ['00'.repeat(32)],
    sealKey: readSealKey(authority.sealFile, TODAY),
    sealPins: options.sealPins ?? listSealPins(authority.trustDir),
    evidenceKeys: options.evidenceKeys ?? [EVIDENCE_KEY],
    root,
    sql: database.sql,
    pool: testPool(authority.trustDir),
    typeset: warmTypst(files),
    typesetLater: warmTypst(files),
    now: () => clock.at,
    log: (level, event, facts) => {
      log.push({ level, event, ...facts })
      if (event === 'request-failed') console.error(facts)
    },
  })
  const coreKey = makeCoreKey()
  await addCoreKey(database.owner, coreKey, { name: 'core', scopes: SCOPES }, TODAY)
  const core: TestService['core'] = (method, path, body, key = coreKey) =>
    call(service, method, `/core/v1${path}`, { body, headers: { Authorization: `Bearer ${key}` } })
  return { ...service, database, gbdfl, pki, log, clock, coreKey, browser: () => openBrowser(service), core }
}

function warmTypst({ fonts, statements }: Places): Typeset {
  typeset ??= openTypst(fonts, statements)
  return typeset
}

export type Browser = {
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  readonly bytes: (path: string) => Promise<Uint8Array>
  readonly post: (path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
  readonly form: (path: string, fields?: Record<string, string>) => Promise<Answer>
  readonly send: (method: string, path: string) => Promise<Answer>
  readonly cookies: Map<string, string>
}

/** Keeps cookies and says, as browsers do, that its requests come from our own pages. */
function openBrowser(service: Service): Browser {
  const cookies = new Map<string, string>()
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const cookie = cookieOf(cookies)
    const all = { 'Sec-Fetch-Site': 'same-origin', ...(cookie ? { Cookie: cookie } : {}), ...headers }
    const answer = await call(service, method, path, { body, headers: all })
    for (const line of answer.headers.getSetCookie()) keep(cookies, line)
    return answer
  }
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    bytes: async path => {
      const answer = await service.app.request(path, { headers: { Cookie: cookieOf(cookies) } })
      return new Uint8Array(await answer.arrayBuffer())
    },
    post: (path, body, headers) => send('POST', path, body ?? {}, headers),
    form: async (path, fields = {}) => {
      if (cookies.size === 0) await send('GET', '/kk/sign-in') // whoever sends a form has read a page
      const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
      return send('POST', path, new URLSearchParams(fields).toString(), type)
    },
    send,
    cookies,
  }
}

const cookieOf = (cookies: Map<string, string>) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

function keep(cookies: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  if (/max-age=0/i.test(line)) cookies.delete(name)
  else cookies.set(name, value)
}

type Sent = { readonly body?: unknown; readonly headers: Record<string, string> }

async function call(service: Service, method: string, path: string, { body, headers }: Sent): Promise<Answer> {
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' }
  const init = { method, headers: { ...json, ...headers } }
  const sent = body === undefined ? init : { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) }
  const response = await service.app.request(path, sent)
  const text = await response.text()
  if (isPage(response)) isLight(path, text)
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '')
  return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text }
}

const isPage = ({ headers }: Response) => headers.get('Content-Type')?.startsWith('text/html')

/** Whatever page a test comes by: it reaches a person on a poor line with the first packets of an answer. */
function isLight(path: string, html: string): void {
  const octets = gzipSync(html).length
  if (octets > PAGE_LIMIT) throw new Error(`${path} weighs ${octets} octets, compressed`)
}
