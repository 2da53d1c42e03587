// The sample messages of the protocol, each of them. What we serve has the shape of the sample; what the phone sends is taken as
// the sample says; a form that we do not use ends in words. Where a sample means a good signature, a good one is put in.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { vectors } from '@otinish/simulators/testing/vectors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AIGERIM, SERIK, sign, testAuthority } from '../test-authority.ts'
import { type Answer, type Json, type TestService, testService } from '../test-service.ts'
import { begun, begunFor, phoneFor, withData } from './test-phone.ts'

const GOOD = 'TU9DSy1DTVMtREVS' // in the samples it stands for a signature that is in order

type Desk = Awaited<ReturnType<typeof openDesk>>
type Check = (sample: Json, desk: Desk) => Promise<void>

const cleanups: (() => Promise<void>)[] = []
let service: TestService
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

async function openDesk() {
  const operation = await begun(service.browser())
  const phone = phoneFor(service)
  const scanned = await phone.scan(operation.id)
  const cms = sign((await testAuthority()).signing(AIGERIM), scanned.text)
  const { id, token } = scanned
  /** The sample's request to our operation; its token, where it has one that is good, is ours. */
  const replay = ({ request }: Json, told: { body?: Json; token?: string | undefined } = {}): Promise<Answer> => {
    const sent = request.headers.Authorization
    const good = sent === 'Bearer mock-token' ? token : sent?.slice('Bearer '.length)
    const shown = 'token' in told ? told.token : good
    const authorization = shown === undefined ? {} : { Authorization: `Bearer ${shown}` }
    const address = `/qr/v1/mgovSign/${id}${new URL(request.url).pathname.replace(/^\/mgovSign\/[^/]+/, '')}`
    const body = told.body ?? request.body
    const headers = { 'Accept-Language': request.headers['Accept-Language'], ...authorization }
    return phone.call(request.method, address, headers, body && JSON.stringify(body))
  }
  return { operation, phone, scanned, cms, token, replay }
}

/** The keys and the types of the values, down to the last. */
function shapeOf(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

const inWords = { message: expect.stringMatching(/\p{Script=Cyrillic}{4}/u) }

const sameShape: Check = async (sample, { replay, token }) => {
  const { status, json } = await replay(sample, { token })
  expect([status, shapeOf(json)]).toEqual([sample.response.status, shapeOf(sample.response.body)])
}

/** API №1 in the sample's shape but for the way of asking for documents, which is always Token; another way ends in words. */
const otherAuthorisation: Check = async (sample, { replay, phone, operation }) => {
  const { status, json } = await replay(sample)
  const { document, ...rest } = json
  const { document: _, ...sampleRest } = sample.response.body
  expect([status, shapeOf(rest)]).toEqual([200, shapeOf(sampleRest)])
  expect(document).toMatchObject({ auth_type: 'Token', auth_token: expect.stringMatching(/./) })
  const address = `/qr/v1/mgovSign/${operation.id}/documents`
  const withoutToken = await phone.call('GET', address, {})
  const byEds = await phone.call('POST', address, {}, '{"xml":""}')
  expect([withoutToken.status, byEds.status]).toEqual([401, 403])
  for (const answer of [withoutToken, byEds]) expect(answer.json).toEqual(inWords)
}

/** We do not serve documents in this form, and what comes back in it is refused. */
const otherForm: Check = async (sample, { phone, scanned }) => {
  const { json } = await phone.api2(scanned.id, scanned.token)
  const [document] = json.documentsToSign
  expect([json.signMethod, json.version, document.document.file.mime]).toEqual(['CMS_WITH_DATA', 1, 'text/plain'])
  const back = sample.request.body ?? sample.response.body
  const refused = await phone.put(scanned.id, scanned.token, back)
  expect([refused.status, refused.json]).toEqual([403, inWords])
}

const refusedInWords: Check = async (sample, { replay }) => {
  const { status, json } = await replay(sample)
  expect([status, json]).toEqual([sample.response.status, inWords])
}

const taken: Check = async (sample, { replay, token, cms }) => {
  expect(sample.request.body.documentsToSign[0].document.file.data).toBe(GOOD)
  const { status, json } = await replay(sample, { token, body: withData(sample.request.body, cms) })
  expect([status, json]).toEqual([sample.response.status, sample.response.body])
}

const CHECKS: Readonly<Record<string, Check>> = {
  'api1-token.json': sameShape,
  'api1-none.json': otherAuthorisation,
  'api1-none-empty-token.json': otherAuthorisation,
  'api1-eds.json': otherAuthorisation,
  'api1-bad-auth-type.json': otherAuthorisation,
  'login-api1.json': otherAuthorisation,
  'api1-not-found.json': async ({ response }, { phone }) => {
    const { status, json } = await phone.api1('A'.repeat(22))
    expect([status, json.message]).toEqual([response.status, expect.stringMatching(/^Код не найден/)])
  },
  'api1-not-found-kk.json': async ({ request, response }, { phone }) => {
    const { status, json } = await phone.api1('A'.repeat(22), request.headers)
    expect([status, json.message]).toEqual([response.status, expect.stringMatching(/^Код табылмады/)])
  },
  'api2-get-cms-with-data-pdf.json': sameShape,
  'login-api2-get.json': sameShape,
  'api2-get-cms-sign-only.json': otherForm,
  'api2-get-legacy-mime.json': otherForm,
  'api2-get-mix.json': otherForm,
  'api2-get-no-version.json': otherForm,
  'api2-get-sign-bytes-array.json': otherForm,
  'api2-get-xml.json': otherForm,
  'api2-put-sign-bytes-array-ok.json': otherForm,
  'api2-put-xml-ok.json': otherForm,
  'api2-get-wrong-token.json': refusedInWords,
  'api2-post-eds-refused.json': refusedInWords,
  'api2-post-eds.json': async (sample, { replay }) => {
    const { status, json } = await replay(sample)
    expect([status, json]).toEqual([403, inWords])
  },
  'api2-put-cms-ok.json': taken,
  'login-api2-put.json': taken,
  'api2-put-again.json': async (sample, desk) => {
    await taken(sample, desk)
    await taken(sample, desk)
  },
  'api2-put-cms-ok-backurl.json': async (sample, { operation, phone, replay, cms }) => {
    await phone.call('GET', new URL(operation.link).searchParams.get('link') ?? '', {})
    const { status, json } = await replay(sample, { body: withData(sample.request.body, cms) })
    expect([status, shapeOf(json)]).toEqual([200, shapeOf(sample.response.body)])
  },
  'api2-put-canceled.json': async (sample, { replay }) => {
    const { status, json } = await replay(sample)
    expect([status, json]).toEqual([200, sample.response.body])
  },
  'api2-put-invalid-signature.json': refusedInWords,
  'api2-put-wrong-person.json': async (sample, { phone }) => {
    const scanned = await phone.scan(await begunFor(service, AIGERIM))
    const stranger = sign((await testAuthority()).signing(SERIK), scanned.text)
    const { status, json } = await phone.put(scanned.id, scanned.token, withData(sample.request.body, stranger))
    expect([status, json.message]).toEqual([403, expect.stringMatching(/должен подписать другой человек/)])
  },
  'qr-text.json': async ({ text }, { operation }) => {
    const form = /^mobileSign:https?:\/\/[^/\s]+\/(\S*\/)?mgovSign\/[A-Za-z0-9_-]{22,32}$/
    expect(text).toMatch(form)
    expect(operation.qr).toMatch(form)
  },
  'launch-links.json': async (sample, { operation }) => {
    const [launcher = '', inner = ''] = operation.link.split('link=')
    expect(sample.current).toMatch(new RegExp(`^${launcher.replace(/[.?]/g, '\\$&')}link=`))
    expect(inner).toBe(encodeURIComponent(decodeURIComponent(inner)))
    for (const obsolete of sample.obsolete) expect(new URL(operation.link).host).not.toBe(new URL(obsolete).host)
  },
}

const folder = vectors('protocols/messages/egov-qr')

describe.skipIf(!folder)('the samples of the QR signing protocol', () => {
  const names = folder ? readdirSync(folder).filter(name => name.endsWith('.json')) : []
  let done = 0
  afterAll(() => console.log(`egov-qr: ${done} of ${names.length} samples`))

  it('are all known here', () => expect(names.sort()).toEqual(Object.keys(CHECKS).sort()))

  for (const name of names)
    it(name, async () => {
      await CHECKS[name]?.(JSON.parse(readFileSync(path.join(folder ?? '', name), 'utf8')), await openDesk())
      done++
    })
})
