// The sample messages of the protocol that are about a document, replayed to a statement of withdrawal; those of `Eds` too.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { loginXml } from '@otinish/simulators/egov-mobile/login-xml'
import { vectors } from '@otinish/simulators/testing/vectors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withData } from '../qr-signing/test-phone.ts'
import { AIGERIM, SERIK, sign, TODAY } from '../test-authority.ts'
import { type Json, SITE, type TestService, testService } from '../test-service.ts'
import { codeFor, draftFor, type PhoneRoad, phoneRoad } from './test-phone-road.ts'

const folder = vectors('protocols/messages/egov-qr')
const sample = (name: string): Json => JSON.parse(readFileSync(path.join(folder ?? '', name), 'utf8'))
const inWords = { message: expect.stringMatching(/\p{Script=Cyrillic}{4}/u) }

/** The keys and the types of the values, down to the last. */
function shapeOf(value: Json): Json {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf)
  if (typeof value !== 'object' || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
}

async function openDesk(service: TestService, road: PhoneRoad, application: string) {
  const draft = await draftFor(road, application)
  const code = await codeFor(road.browser, draft)
  const { phone } = road
  const address = `/qr/v1/mgovSign/${code.id}`
  const first = (await phone.api1(code.id)).json
  const token = first.document.auth_token
  const call = (request: Json, body: unknown = request.body) => {
    const where = address + new URL(request.url).pathname.replace(/^\/mgovSign\/[^/]+/, '')
    const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` }
    const headers = { 'Accept-Language': request.headers['Accept-Language'], ...authorization }
    return phone.call(request.method, where, headers, body === undefined ? undefined : JSON.stringify(body))
  }
  const read = () => phone.api2(code.id, token)
  return { service, road, draft, code, first, call, read }
}

type Desk = Awaited<ReturnType<typeof openDesk>>
type Check = (sample: Json, desk: Desk) => Promise<void>

const good = ({ road, draft }: Desk) => sign(road.store, draft.pdf)

const taken: Check = async ({ request, response }, desk) => {
  await desk.read()
  const { status, json } = await desk.call(request, withData(request.body, good(desk)))
  expect([status, json]).toEqual([response.status, response.body])
}

const refused: Check = async ({ request }, desk) => {
  await desk.read()
  const { status, json } = await desk.call(request)
  expect([status, json]).toEqual([403, inWords])
}

const BY_TOKEN: Readonly<Record<string, Check>> = {
  'api1-token.json': async ({ response }, { first }) => expect(shapeOf(first)).toEqual(shapeOf(response.body)),
  'api2-get-cms-with-data-pdf.json': async ({ request, response }, { call }) => {
    const { status, json } = await call(request)
    expect([status, shapeOf(json)]).toEqual([response.status, shapeOf(response.body)])
    expect(json.documentsToSign[0].document.file.mime).toBe(response.body.documentsToSign[0].document.file.mime)
  },
  'api2-put-cms-ok.json': taken,
  'api2-put-again.json': async ({ request, response }, desk) => {
    await desk.read()
    const body = withData(request.body, good(desk))
    for (let i = 0; i < 3; i++) {
      const { status, json } = await desk.call(request, body)
      expect([status, json]).toEqual([response.status, response.body])
    }
  },
  'api2-put-cms-ok-backurl.json': async ({ request, response }, desk) => {
    await desk.road.phone.call('GET', new URL(desk.code.link).searchParams.get('link') ?? '', {})
    await desk.read()
    const { status, json } = await desk.call(request, withData(request.body, good(desk)))
    expect([status, shapeOf(json)]).toEqual([response.status, shapeOf(response.body)])
    expect(json.backUrl).toBe(`${SITE}/kk/qr/${desk.code.id}`)
  },
  'api2-put-canceled.json': async ({ request, response }, desk) => {
    await desk.read()
    const { status, json } = await desk.call(request)
    expect([status, json]).toEqual([response.status, response.body])
  },
  'api2-put-invalid-signature.json': refused,
  'api2-put-sign-bytes-array-ok.json': refused,
  'api2-put-xml-ok.json': refused,
  'api2-put-wrong-person.json': async ({ request }, desk) => {
    await desk.read()
    const strangers = sign(desk.road.authority.signing(SERIK), desk.draft.pdf)
    const { status, json } = await desk.call(request, withData(request.body, strangers))
    expect([status, json.message]).toEqual([403, expect.stringMatching(/должен подписать другой человек/)])
  },
}

const BY_SIGNATURE: Readonly<Record<string, Check>> = {
  'api1-eds.json': BY_TOKEN['api1-token.json'] ?? refused,
  'api2-post-eds.json': async ({ request, response }, { call, road, first }) => {
    const xml = loginXml(await road.authority.authentication(AIGERIM), first.document.uri, TODAY)
    const { status, json } = await call(request, { xml })
    expect([status, shapeOf(json)]).toEqual([response.status, shapeOf(response.body)])
    expect([(await call(request)).status, (await call(request)).json]).toEqual([403, inWords]) // its own is no signature
  },
  'api2-post-eds-refused.json': async ({ request, response }, { call }) => {
    const { status, json } = await call(request)
    expect([status, json]).toEqual([response.status, inWords])
  },
}

describe.skipIf(!folder).each([
  ['token', BY_TOKEN],
  ['eds', BY_SIGNATURE],
] as const)('the samples of the QR signing protocol, for a statement given by %s', (QR_AUTH, checks) => {
  const cleanups: (() => Promise<void>)[] = []
  let service: TestService
  let road: PhoneRoad
  let done = 0
  beforeAll(async () => {
    service = await testService({ until: clean => cleanups.push(clean), settings: { QR_AUTH } })
    road = await phoneRoad(service)
  })
  afterAll(async () => {
    console.log(`egov-qr, statements by ${QR_AUTH}: ${done} of ${Object.keys(checks).length} samples`)
    await Promise.all(cleanups.map(clean => clean()))
  })

  it.each(Object.entries(checks))('%s', async (name, check) => {
    await check(sample(name), await openDesk(service, road, name.replace('.json', '')))
    done++
  })
})
