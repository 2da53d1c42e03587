// Seeding over HTTP, against a service that notes what it is told.
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoApplications } from '../demo/applications.ts'
import { readBody } from '../http-body.ts'
import { listen, stop } from '../listen.ts'
import { CoreSilentError, coreClient } from './client.ts'
import { SeedError, seed } from './seed.ts'

type Told = { readonly call: string; readonly key: string | undefined; readonly body: string }

const NOW = new Date('2026-11-22T09:00:00Z')
let told: Told[]
let status: number
let service: Server
let url: string
beforeEach(async () => {
  told = []
  status = 201
  service = createServer(async (request, response) => {
    const { method, url: path, headers } = request
    told.push({ call: `${method} ${path}`, key: headers.authorization, body: await readBody(request) })
    response.writeHead(status, { 'content-type': 'application/problem+json' }).end('{"code":"claim-held"}')
  })
  url = `http://127.0.0.1:${await listen(service, 0)}`
})
afterEach(() => stop(service))

describe('seeding', () => {
  it('puts every application of the demonstration under its id, with the core’s key', async () => {
    const ids = demoApplications(NOW).map(({ id }) => `PUT /core/v1/applications/${id}`)
    expect(await seed(url, 'otk_demo', NOW)).toBe(ids.length)
    const applications = told.map(({ call }) => call).filter(call => !call.includes('/documents/'))
    expect(applications.toSorted()).toEqual(ids.toSorted())
    expect(new Set(told.map(({ key }) => key))).toEqual(new Set(['Bearer otk_demo']))
  })

  it('sends documents of some, after the application itself', async () => {
    await seed(url, 'otk_demo', NOW)
    const documents = told.filter(({ call }) => call.includes('/documents/'))
    expect(documents.map(({ call }) => call.replace('PUT /core/v1/applications/', '')).toSorted()).toEqual([
      'demo-main-bank-details/documents/application',
      'demo-main-bank-details/documents/receipt',
      'demo-main-housing/documents/application',
      'demo-memo-bank-details/documents/application',
      'demo-memo-bank-details/documents/receipt',
      'demo-memo-housing/documents/application',
    ])
    for (const { call, body } of documents) {
      expect(body.startsWith('%PDF-1.7')).toBe(true)
      const earlier = told
        .slice(
          0,
          told.findIndex(one => one.call === call),
        )
        .map(one => one.call)
      expect(earlier).toContain(call.replace(/\/documents\/.*/, ''))
    }
  })

  it('says the same to the letter when repeated with the first moment', async () => {
    await seed(url, 'otk_demo', NOW)
    const first = told.splice(0)
    await seed(url, 'otk_demo', NOW)
    const byCall = (a: Told, b: Told) => a.call.localeCompare(b.call)
    expect(told.toSorted(byCall)).toEqual(first.toSorted(byCall))
  })

  it('stops with what the service said when it does not take one', async () => {
    status = 409
    await expect(seed(url, 'otk_demo', NOW)).rejects.toThrow(SeedError)
    await expect(seed(url, 'otk_demo', NOW)).rejects.toThrow(/409 .*claim-held/)
  })
})

describe('the core’s client', () => {
  it('says so when nothing listens', async () => {
    await stop(service)
    await expect(coreClient(url, 'otk_demo').claim('x', 'y')).rejects.toThrow(CoreSilentError)
  })

  it('claims, releases and reports as the calls are written', async () => {
    const core = coreClient(url, 'otk_demo')
    await core.claim('demo-main-ipm', 'claim-1')
    await core.release('demo-main-ipm', 'claim-1')
    const answer = await core.say('5e0c7c6e-0000-4000-8000-000000000001', 'demo-main-ipm', {
      is: 'executed',
      on: '2026-11-22',
    })
    expect(told.map(({ call, body }) => [call, JSON.parse(body)])).toEqual([
      ['POST /core/v1/applications/demo-main-ipm/execution', { claimId: 'claim-1' }],
      ['DELETE /core/v1/applications/demo-main-ipm/execution', { claimId: 'claim-1' }],
      [
        'POST /core/v1/status-events',
        {
          id: '5e0c7c6e-0000-4000-8000-000000000001',
          application: 'demo-main-ipm',
          status: { is: 'executed', on: '2026-11-22' },
        },
      ],
    ])
    expect(answer).toEqual({ status: 201, body: { code: 'claim-held' } })
  })
})
