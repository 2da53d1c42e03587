// The same road by `/api/v1` alone, as another program would go it.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { coreOf, fileBankDetails } from './core.ts'
import { edsVerify } from './eds.ts'
import { AUTHENTICATION, SIGNING, signThroughNcaLayer } from './ncalayer-client.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { LONG_LIST, MAIN } from './people.ts'
import { expect, type OpenWorld, test } from './world.ts'

/** A client with a cookie jar of one page; JSON in, JSON out. */
function apiClient(world: OpenWorld) {
  const jar = new Map<string, string>()
  return async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${world.url}/api/v1${path}`, {
      method,
      headers: {
        cookie: [...jar].map(pair => pair.join('=')).join('; '),
        'content-type': 'application/json',
        ...headers,
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const type = answer.headers.get('content-type') ?? ''
    return {
      status: answer.status,
      type,
      bytes,
      body: /json/.test(type) ? JSON.parse(Buffer.from(bytes).toString()) : undefined,
    }
  }
}

async function signedInClient(world: OpenWorld, iin: string) {
  const call = apiClient(world)
  await setNcaLayer(world, { person: iin })
  const challenge = await call('POST', '/sign-in/challenges')
  expect(challenge.status).toBe(201)
  const cms = await signThroughNcaLayer(world.simulators.ncalayer, challenge.body.bytes, AUTHENTICATION)
  const signedIn = await call('POST', '/sign-in/eds', { challenge: challenge.body.id, cms })
  expect(signedIn.body).toMatchObject({ person: { iin } })
  return call
}

test('sign in, list, detail, draft, sign, download: by the API alone', async ({ world }) => {
  const { id, number } = await fileBankDetails(world, MAIN)
  const call = await signedInClient(world, MAIN)
  expect((await call('GET', '/me')).body).toMatchObject({ iin: MAIN, signedInBy: 'eds' })

  const list = await call('GET', `/applications?q=${encodeURIComponent(number)}`)
  expect(list.body).toMatchObject({ total: 1, items: [{ id, number, kind: 'bank-details', status: 'accepted' }] })
  const detail = await call('GET', `/applications/${id}`, undefined, { 'accept-language': 'ru' })
  expect(detail.body).toMatchObject({ statusName: 'Принято в обработку', withdrawal: { allowed: true } })

  const draft = await call('POST', `/applications/${id}/withdrawal-drafts`)
  expect(draft.status).toBe(201)
  const document = Buffer.from(draft.body.document.bytes, 'base64')
  expect(createHash('sha256').update(document).digest('hex')).toBe(draft.body.document.sha256)
  expect((await call('POST', `/applications/${id}/withdrawal-drafts`)).body.id).toBe(draft.body.id)

  const cms = await signThroughNcaLayer(world.simulators.ncalayer, draft.body.document.bytes, SIGNING)
  const signed = await call(
    'POST',
    `/withdrawal-drafts/${draft.body.id}/signature`,
    { cms },
    { 'idempotency-key': 'a' },
  )
  expect(signed.status).toBe(201)
  expect(signed.body).toMatchObject({ application: { id, number, status: 'withdrawn' } })
  const again = await call('POST', `/withdrawal-drafts/${draft.body.id}/signature`, { cms }, { 'idempotency-key': 'a' })
  expect(again.body).toEqual(signed.body)

  const registration = encodeURIComponent(signed.body.registration.number)
  const statement = await call('GET', `/withdrawals/${registration}/statement`)
  const signature = await call('GET', `/withdrawals/${registration}/signature`)
  expect(Buffer.from(statement.bytes).equals(document)).toBe(true)
  const anchors = join(world.simulators.trustDir, 'signers')
  expect(edsVerify(world.dataDir, { cms: signature.bytes, content: statement.bytes, anchors })).toMatchObject({
    status: 0,
    outcome: 'valid',
  })
})

test('a signature counts although the session ended, and takes a detached CMS', async ({ world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  const call = await signedInClient(world, MAIN)
  const draft = (await call('POST', `/applications/${id}/withdrawal-drafts`)).body
  expect((await call('POST', '/sign-out')).status).toBe(204)
  expect((await call('GET', '/me')).status).toBe(401)

  const cms = await signThroughNcaLayer(world.simulators.ncalayer, draft.document.bytes, SIGNING, {
    encapsulate: false,
  })
  const signed = await apiClient(world)('POST', `/withdrawal-drafts/${draft.id}/signature`, { cms })
  expect(signed.status).toBe(201)
})

test('nothing of another person is visible: unknown and foreign are the same 404', async ({ world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  const call = await signedInClient(world, LONG_LIST)
  const [foreign, unknown] = await Promise.all([
    call('GET', `/applications/${id}`),
    call('GET', '/applications/no-such'),
  ])
  expect(foreign.status).toBe(404)
  expect({ ...foreign.body, instance: 0 }).toEqual({ ...unknown.body, instance: 0 })
  expect((await call('POST', `/applications/${id}/withdrawal-drafts`)).status).toBe(404)
})

test('a claim for execution wins over a later signature, and the signer is told', async ({ world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  const call = await signedInClient(world, MAIN)
  const draft = (await call('POST', `/applications/${id}/withdrawal-drafts`)).body
  expect((await coreOf(world).claim(id, 'claim-1')).status).toBe(201)
  const cms = await signThroughNcaLayer(world.simulators.ncalayer, draft.document.bytes, SIGNING)
  const signed = await call('POST', `/withdrawal-drafts/${draft.id}/signature`, { cms }, { 'accept-language': 'en' })
  expect(signed.status).toBe(409)
  expect(signed.body).toMatchObject({ code: 'execution-started' })
  expect(signed.type).toContain('application/problem+json')
})

for (const [what, cms] of [
  ['not DER', Buffer.from('hello').toString('base64')],
  ['nothing', ''],
  ['10 MB of garbage', 'A'.repeat(10_000_000)],
] as const)
  test(`a signature that is ${what} is refused in one sentence`, async ({ world }) => {
    const { id } = await fileBankDetails(world, MAIN)
    const call = await signedInClient(world, MAIN)
    const draft = (await call('POST', `/applications/${id}/withdrawal-drafts`)).body
    const refused = await call('POST', `/withdrawal-drafts/${draft.id}/signature`, { cms })
    expect([400, 413, 422]).toContain(refused.status)
    expect(refused.body.code).toMatch(/^(signature-|too-large|bad-request)/)
    expect((await call('GET', `/applications/${id}`)).body).toMatchObject({ status: 'accepted' })
  })
