// For tests: the ways in which a signature reaches the service, each sent as its sender sends it and understood as they do.
import { phoneFor, type Scanned, withData } from '../../qr-signing/test-phone.ts'
import { bankDetails } from '../../test-applications.ts'
import { type Browser, SITE, type TestService } from '../../test-service.ts'
import { PROBLEMS } from '../../web/problems.ts'
import { hashOf } from './test-arena.ts'
import type { Answer, Call } from './test-history.ts'
import { answerOf } from './test-telling.ts'

/** To the service in this process, or to another one. */
export type Carry = (path: string, init: RequestInit) => Promise<Response>

export type Way = 'api' | 'page' | 'phone'

/** An application with a statement, and a phone that has scanned its code where one will sign. */
export type Prepared = {
  readonly id: string
  readonly draft: string
  readonly pdf: Buffer
  readonly scanned: Scanned | undefined
}

export async function prepare(
  service: TestService,
  browser: Browser,
  id: string,
  ways: readonly Way[],
): Promise<Prepared> {
  await service.core('PUT', `/applications/${id}`, bankDetails({ number: id }))
  const { json } = await browser.post(`/api/v1/applications/${id}/withdrawal-drafts`)
  const draft: string = json.id
  const scanned = ways.includes('phone') ? await scan(service, browser, draft) : undefined
  return { id, draft, pdf: Buffer.from(json.document.bytes, 'base64'), scanned }
}

async function scan(service: TestService, browser: Browser, draft: string): Promise<Scanned> {
  await service.database.owner`delete from throttle` // one person begins here as often as many would
  const { status, json } = await browser.post(`/api/v1/withdrawal-drafts/${draft}/qr-operations`)
  if (status !== 201) throw new Error(`no code: ${JSON.stringify(json)}`)
  return phoneFor(service).scan(json.id)
}

export type Signing = { readonly prepared: Prepared; readonly cms: Buffer; readonly browser: Browser }

export function callOf(way: Way, { prepared: { draft }, cms }: Signing): Call {
  return { is: 'sign', draft, cms: hashOf(cms), key: way === 'api' ? 'k-1' : null }
}

/** What the sender is told, in the words of the checker. */
export async function sendSignature(carry: Carry, way: Way, signing: Signing, headers = {}): Promise<Answer> {
  const { path, init } = requestOf(way, signing)
  const response = await carry(path, { redirect: 'manual', ...init, headers: { ...init.headers, ...headers } })
  const text = await response.text()
  if (way === 'api') return answerOf({ status: response.status, json: JSON.parse(text) })
  return way === 'page' ? toldByPage(response, text) : toldToPhone(response, text, signing)
}

type Request = { readonly path: string; readonly init: RequestInit & { readonly headers: Record<string, string> } }

function requestOf(way: Way, { prepared, cms, browser }: Signing): Request {
  const { draft, scanned } = prepared
  const data = cms.toString('base64')
  if (way === 'api') {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'k-1' }
    const path = `/api/v1/withdrawal-drafts/${draft}/signature`
    return { path, init: { method: 'POST', headers, body: JSON.stringify({ cms: data }) } }
  }
  if (way === 'page') {
    const Cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { Cookie, 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ agree: 'yes', cms: data }).toString()
    return { path: `/kk/withdrawal-drafts/${draft}`, init: { method: 'POST', headers, body } }
  }
  if (!scanned) throw new Error('no phone has scanned a code of this statement')
  const headers = { Authorization: `Bearer ${scanned.token}`, 'Accept-Language': 'ru' }
  const body = JSON.stringify(withData(scanned.served, data))
  return { path: `/qr/v1/mgovSign/${scanned.id}/documents`, init: { method: 'PUT', headers, body } }
}

/** A page says it in words, or leads to the result. */
function toldByPage({ status, headers }: Response, html: string): Answer {
  const [, registration] = /\/kk\/withdrawals\/(.+)$/.exec(headers.get('Location') ?? '') ?? []
  if (registration) return { is: 'withdrawn', registration: decodeURIComponent(registration) }
  if (status >= 500) return { is: 'unknown' }
  return status < 400 ? { is: 'checking' } : refused('kk', html)
}

/** 200 is "received"; the person looks at the page for what came of it. */
async function toldToPhone({ status }: Response, text: string, { prepared, browser }: Signing): Promise<Answer> {
  if (status !== 200) return refused('ru', text)
  const draft = (await browser.get(`/api/v1/withdrawal-drafts/${prepared.draft}`)).json
  if (draft.state === 'checking') return { is: 'checking' }
  const page = await browser.get(`/kk/withdrawal-drafts/${prepared.draft}`)
  return toldByPage(new Response(null, { status: 303, headers: page.headers }), '')
}

/** A program is told `already-closed`; people are told how. */
const CLOSED: readonly string[] = ['already-withdrawn', 'already-executed', 'already-refused']

function refused(language: 'kk' | 'ru', told: string): Answer {
  const found = Object.entries(PROBLEMS).find(([, { text }]) => told.includes(text[language]))
  if (!found) throw new Error(`told in no words of ours: ${told.slice(0, 300)}`)
  const [code] = found
  if (code === 'internal') return { is: 'unknown' }
  return { is: 'refused', code: CLOSED.includes(code) ? 'already-closed' : code }
}

/** Carried to the service in this process. */
export const within =
  ({ app }: Pick<TestService, 'app'>): Carry =>
  async (path, init) =>
    app.request(path.replace(SITE, ''), init)
