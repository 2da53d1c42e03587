// What a page costs on a poor line: its text, its style and its scripts, each compressed as a proxy would send it.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { buildAssets } from '../../ops/build.mjs'
import { KIND_IDS } from './applications/kinds.ts'
import { begunByPage } from './qr-signing/test-phone.ts'
import { bankDetails, lumpSum } from './test-applications.ts'
import { AIGERIM, sign, TODAY } from './test-authority.ts'
import { withDraft } from './test-journeys.ts'
import { type Browser, PAGE_LIMIT, type TestService, testService } from './test-service.ts'
import { LANGUAGES } from './web/language.ts'

const STYLE_LIMIT = 15 * 1024
const SCRIPT_LIMIT = 4 * 1024

/** Addresses that answer with a file, a redirect or a number, chapters, which the tests of the help weigh, and the specimen. */
const NO_PAGES = [
  ...['_specimen', '_specimen/:state'], // many pages in one, and none in production
  ...[
    'help/:page',
    'sign-in/help',
    'session',
    'm/:code',
    'messages/:id/not-me',
    'applications/:id/version',
    'applications/:id/deadline.ics',
  ],
  ...['applications/:id/documents/receipt', 'applications/:id/documents/application'],
  ...['applications/:id/certificates/:number/pdf', 'withdrawal-drafts/:draft/statement.pdf'],
  ...['verify/withdrawal', 'verify/files'],
]

/** Steps of a road: the tests that walk it weigh them, since `testService` weighs every page that a test is given. */
const STEP = /^(register|forgotten-password|profile\/(contacts|password)|rehearsal|sign-in)\/./

const PUBLIC = [
  ...['help', 'help/print', 'help/easy', 'accessibility', 'status', 'kinds', 'verify'],
  ...['sign-in', 'rehearsal', 'register', 'forgotten-password'],
]
const PRIVATE = [
  ...['services', 'applications', 'messages', 'protection'],
  ...['profile', 'profile/devices', 'profile/contacts', 'profile/password', 'profile/notifications', 'profile/history'],
]

type Pages = { readonly browser: Browser; readonly addresses: Readonly<Record<string, string>> }

let service: TestService
let visitor: Pages
let person: Pages // to whom everything has happened
const cleanups: (() => unknown)[] = []
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  visitor = await openAsVisitor()
  person = await openAsPerson()
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

const UNKNOWN = '7K3M-9QX2-VB4D-8FHJ-0TWZ' // a code of nothing
const own = (addresses: readonly string[]) => Object.fromEntries(addresses.map(address => [address, address]))

async function openAsVisitor(): Promise<Pages> {
  const browser = service.browser()
  const code = await begunByPage(browser, { purpose: 'sign-in' })
  const addresses = { ...own(PUBLIC), 'kinds/:kind': 'kinds/tr-ipm-choose', 'qr/:id': `qr/${code}` }
  return {
    browser,
    addresses: { ...addresses, 'verify/:code': `verify/${UNKNOWN}`, 'verify/:number/:code': `verify/1042/${UNKNOWN}` },
  }
}

async function openAsPerson(): Promise<Pages> {
  const contacts = { mail: 'aigerim@example.kz', mail_since: TODAY, phone: '+77010000001', phone_since: TODAY }
  const account = { iin: AIGERIM.iin, language: 'kk', ...contacts, made_at: TODAY }
  await service.database.sql`insert into account ${service.database.sql(account)}`
  const { browser, store, draft, pdf } = await withDraft(service)
  await fillList()
  const signed = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
  const { json: open } = await browser.post('/api/v1/applications/open/withdrawal-drafts')
  const { headers } = await browser.form('/kk/applications/open/certificate')
  const inbox = (await browser.get('/kk/messages')).json as string
  const addresses = {
    'applications/:id': 'applications/open',
    'applications/:id/withdrawal': 'applications/open/withdrawal',
    'applications/:id/certificates/:number': headers.get('location')?.slice('/kk/'.length) ?? '',
    'n/:code': await alertOf(browser),
    'messages/:id': `messages/${/messages\/([0-9a-f-]{36})/.exec(inbox)?.[1]}`,
    'withdrawal-drafts/:draft': `withdrawal-drafts/${open.id}`,
    'withdrawals/:registration': `withdrawals/${signed.json.registration.number}`,
  }
  return { browser, addresses: { ...own(PRIVATE), ...addresses } }
}

/** Where the newest alert leads. */
async function alertOf(browser: Browser): Promise<string> {
  const [row] = await service.database
    .sql`select id from message where kind = 'withdrawal-drafted' order by at desc limit 1`
  const { headers } = await browser.get(`/kk/messages/${row?.['id']}/not-me`)
  return headers.get('location')?.slice('/kk/'.length) ?? ''
}

/** More than a page of rows, of every kind. */
async function fillList(): Promise<void> {
  await service.core('PUT', '/applications/open', bankDetails({ number: '1114648-ИБР' }))
  for (let i = 0; i < 30; i++) {
    const kind = KIND_IDS[i % KIND_IDS.length] ?? 'pay-age'
    await service.core('PUT', `/applications/many-${i}`, lumpSum({ kind, series: kind, number: `${5_155_000 + i}` }))
  }
}

describe('what is sent', () => {
  it('is weighed for every page that there is', () => {
    const routes = service.app.routes.filter(({ method, path }) => method === 'GET' && path.startsWith('/:language'))
    const patterns = new Set(routes.map(({ path }) => path.replace(/\{.*?\}(?=\/|$)/g, '').slice('/:language/'.length)))
    const weighed = new Set([...Object.keys(visitor.addresses), ...Object.keys(person.addresses), ...NO_PAGES])
    expect([...patterns].filter(pattern => !weighed.has(pattern) && !STEP.test(pattern))).toEqual([])
    expect([...weighed].filter(pattern => !patterns.has(pattern))).toEqual([])
  })

  it('is at most 14 KB of text, and 4 KB of scripts, on each page in each language', async () => {
    const assets = await builtAssets()
    const heavy: string[] = []
    for (const { browser, addresses } of [visitor, person])
      for (const address of Object.values(addresses).flatMap(one => LANGUAGES.map(language => `/${language}/${one}`))) {
        const { status, json } = await browser.get(address)
        expect([address, status]).toEqual([address, address.includes('/verify/') ? 404 : 200])
        const scripts = [...json.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, url]) => assets(url))
        if (gzipSync(json).length > PAGE_LIMIT || sum(scripts) > SCRIPT_LIMIT) heavy.push(address)
      }
    expect(heavy).toEqual([])
  })

  it('is one stylesheet of at most 15 KB', async () => {
    const assets = await builtAssets()
    const { json } = await visitor.browser.get('/kk/help')
    const styles = [...json.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, url]) => assets(url))
    expect(styles).toHaveLength(1)
    expect(sum(styles)).toBeGreaterThan(1024)
    expect(sum(styles)).toBeLessThanOrEqual(STYLE_LIMIT)
  })
})

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** The weight of what an address of ours stands for, built now, whatever lies in dist/. */
async function builtAssets(): Promise<(url: string | undefined) => number> {
  const folder = path.join(inject('scratch'), 'assets-to-weigh')
  await buildAssets(folder)
  const names: Record<string, string> = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8'))
  return (url = '') => {
    const name = path.basename(url).replace(/\.[A-Z0-9]{8}(?=\.)/, '')
    return gzipSync(readFileSync(path.join(folder, names[name] ?? name)), { level: 9 }).length
  }
}
