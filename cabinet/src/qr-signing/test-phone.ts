// For tests: a phone that speaks the protocol to the service in this process, message by message.
import type { KeyStore } from '@otinish/simulators/p12/read'
import { parseIin } from '../citizens/iin.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { type Applicant, sign } from '../test-authority.ts'
import { type Answer, type Browser, type Json, SITE, type TestService } from '../test-service.ts'
import { identificationPurpose } from './identification.ts'
import { startOperation } from './start-operation.ts'
import { keepOperation, recordCancelled } from './store.ts'

export type Operation = { readonly id: string; readonly qr: string; readonly code: string; readonly link: string }

/** A code for the browser, by the API. */
export async function begun(browser: Browser): Promise<Operation> {
  const { status, json } = await browser.post('/api/v1/sign-in/qr-operations')
  if (status !== 201) throw new Error(`no operation: ${JSON.stringify(json)}`)
  return json
}

/** A code for the browser, by the page's form; its id. */
export async function begunByPage(browser: Browser, fields: Record<string, string>): Promise<string> {
  const { headers } = await browser.form('/kk/qr', fields)
  return /\/kk\/qr\/([A-Za-z0-9_-]{22})$/.exec(headers.get('Location') ?? '')?.[1] ?? ''
}

/** A code that only this person may sign with; its id. No purpose of today asks for one, a document to be signed will. */
export async function begunFor(service: TestService, { iin }: Applicant): Promise<string> {
  const { sql } = service.database
  const hash = keyedHash(['00'.repeat(32)])
  const words = { kk: 'Байқау', ru: 'Проба', en: 'Trial' }
  const start = startOperation({
    site: SITE,
    purposes: { rehearsal: identificationPurpose({ heading: words, title: words, startsAt: '/rehearsal' }) },
    keep: keepOperation(sql, hash),
    cancel: recordCancelled(sql, hash),
    now: () => service.clock.at,
  })
  const made = await start({ purpose: 'rehearsal', language: 'kk', starter: undefined, expected: parseIin(iin) })
  return made?.id ?? ''
}

type Headers = Readonly<Record<string, string>>

export function phoneFor(service: TestService) {
  const call = async (method: string, address: string, headers: Headers, body?: string): Promise<Answer> => {
    const init = { method, headers: { 'Accept-Language': 'ru', ...headers }, ...(body === undefined ? {} : { body }) }
    const response = await service.app.request(address.replace(SITE, ''), init)
    const text = await response.text()
    return { status: response.status, headers: response.headers, json: JSON.parse(text) }
  }
  const api1 = (id: string, headers: Headers = {}) => call('GET', `/qr/v1/mgovSign/${id}`, headers)
  const documentsOf = (id: string) => `/qr/v1/mgovSign/${id}/documents`
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` })
  const api2 = (id: string, token: string, headers: Headers = {}) =>
    call('GET', documentsOf(id), { ...bearer(token), ...headers })
  const put = (id: string, token: string, body: unknown, headers: Headers = {}) =>
    call(
      'PUT',
      documentsOf(id),
      { ...bearer(token), ...headers },
      typeof body === 'string' ? body : JSON.stringify(body),
    )
  return {
    call,
    api1,
    api2,
    put,
    /** API №1 and API №2: what the phone holds before the person decides. */
    scan: async (id: string): Promise<Scanned> => {
      const token = (await api1(id)).json.document.auth_token
      const { json: served } = await api2(id, token)
      return { id, token, served, text: Buffer.from(served.documentsToSign[0].document.file.data, 'base64') }
    },
  }
}

export type Scanned = { readonly id: string; readonly token: string; readonly served: Json; readonly text: Buffer }

/** The body of the PUT: what was served, with the signature in its place. */
export function signedWith(store: KeyStore, { served, text }: Scanned, content: Uint8Array = text): Json {
  return withData(served, sign(store, content))
}

export function withData(served: Json, data: string): Json {
  const [document, ...others] = served.documentsToSign
  const { mime } = document.document.file
  return { ...served, documentsToSign: [{ ...document, document: { file: { mime, data } } }, ...others] }
}

/** Scans and signs, whatever the service says to it. */
export async function signWithPhone(service: TestService, id: string, store: KeyStore): Promise<Answer> {
  const phone = phoneFor(service)
  const scanned = await phone.scan(id)
  return phone.put(id, scanned.token, signedWith(store, scanned))
}
