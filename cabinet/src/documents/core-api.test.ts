// The core sends documents: kept in versions, each once; what is no document is refused by name.
import { describe, expect, it } from 'vitest'
import { aVault } from '../evidence/test-vault.ts'
import { addCoreKey, makeCoreKey } from '../intake/core-key.ts'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM, SERIK, TODAY } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { MAX_DOCUMENT } from './decide.ts'
import { openVersion, type VersionPlace } from './seal-version.ts'
import { aPdf, sendDocument } from './test-documents.ts'

const RECEIPT = 'a-1/documents/receipt'

async function withApplication(connections = 4) {
  const service = await testService({ connections })
  await service.core('PUT', '/applications/a-1', bankDetails())
  return service
}

/** As they are read with the key of their person. */
async function kept({ database: { owner } }: TestService) {
  const rows = await owner<(VersionPlace & { content: Buffer; sealed_by: string })[]>`
    select application, kind, version, content, sealed_by from sent_document order by kind, version`
  const key = await aVault().findKey(owner, AIGERIM.iin)
  return rows.map(row => [row.kind, row.version, Buffer.from(openVersion(key, row, row)).toString()])
}

describe('a document that the core sends', () => {
  it('is kept once however often it comes; another one is shown instead, and the older one is kept', async () => {
    const service = await withApplication()
    const first = await sendDocument(service, RECEIPT)
    expect([first.status, first.json.version, first.json.size]).toEqual([201, 1, aPdf().length])
    expect((await sendDocument(service, RECEIPT, { type: 'Application/PDF; x=y' })).status).toBe(200)
    const other = await sendDocument(service, RECEIPT, { body: aPdf('two') })
    expect([other.status, other.json.version]).toEqual([200, 2])
    expect((await sendDocument(service, 'a-1/documents/application')).status).toBe(201)
    expect(await kept(service)).toEqual([
      ['application', 1, aPdf().toString()],
      ['receipt', 1, aPdf().toString()],
      ['receipt', 2, aPdf('two').toString()],
    ])
    const { browser } = await signedIn(service)
    expect((await browser.get('/api/v1/applications/a-1/documents/receipt')).json).toBe(aPdf('two').toString())
  })

  it('leaves a line in the record of acts, which the person can read; a repeat leaves that of the call alone', async () => {
    const service = await withApplication()
    for (const body of [aPdf(), aPdf()]) await sendDocument(service, RECEIPT, { body })
    const acts = await service.database.owner`
      select act, actor, iin, outcome from audit_event where application = 'a-1' and act <> 'application-received'
       order by position offset 1`
    expect(acts.map(row => ({ ...row }))).toEqual([
      { act: 'document-received', actor: 'core', iin: AIGERIM.iin, outcome: 'receipt 1' },
      { act: 'core-call', actor: 'core', iin: null, outcome: 'PUT intake 201' },
      { act: 'core-call', actor: 'core', iin: null, outcome: 'PUT intake 200' },
    ])
    const { browser } = await signedIn(service)
    expect((await browser.get('/kk/profile/history')).json).toContain('өтініштің құжатын (PDF) жіберді')
  })

  it('is told to its person when it is new, and not when it is of the past', async () => {
    const service = await withApplication()
    for (const body of [aPdf(), aPdf(), aPdf('two')]) await sendDocument(service, RECEIPT, { body })
    await service.core('PUT', '/applications/a-2', lumpSum())
    await sendDocument(service, 'a-2/documents/receipt')
    const told = await service.database.owner`select facts ->> 'id' as id from message where kind = 'document-arrived'`
    expect(told).toEqual([{ id: 'a-1' }, { id: 'a-1' }])
  })

  it('twice at once is one, and two different ones at once are two versions', async () => {
    const service = await withApplication(10)
    const same = await Promise.all(Array.from({ length: 8 }, () => sendDocument(service, RECEIPT)))
    expect(same.map(answer => answer.status).sort()).toEqual([...Array(7).fill(200), 201])
    const others = ['two', 'three', 'four', 'five'].map(mark => sendDocument(service, RECEIPT, { body: aPdf(mark) }))
    expect((await Promise.all(others)).map(answer => answer.json.version).sort()).toEqual([2, 3, 4, 5])
    expect(await kept(service)).toHaveLength(5)
  })

  it('is taken up to its largest size, and not a byte more', async () => {
    const service = await withApplication()
    const filled = (size: number) => Buffer.concat([aPdf(), Buffer.alloc(size - 2 * aPdf().length, ' '), aPdf()])
    expect((await sendDocument(service, RECEIPT, { body: filled(MAX_DOCUMENT) })).json.size).toBe(MAX_DOCUMENT)
    const { status, json } = await sendDocument(service, RECEIPT, { body: filled(MAX_DOCUMENT + 1) })
    expect([status, json.code, json.limit]).toEqual([413, 'document-too-large', MAX_DOCUMENT])
    expect(await kept(service)).toHaveLength(1)
  })
})

describe('what is no document of an application is refused', () => {
  const cases: readonly [string, string, Parameters<typeof sendDocument>[2], [number, string]][] = [
    ['nothing', RECEIPT, { body: Buffer.alloc(0) }, [400, 'document-empty']],
    ['another format', RECEIPT, { body: Buffer.from('PK\x03\x04 %%EOF') }, [422, 'document-not-pdf']],
    ['a PDF after something else', RECEIPT, { body: Buffer.from(`\n${aPdf()}`) }, [422, 'document-not-pdf']],
    ['a PDF that was cut off', RECEIPT, { body: aPdf().subarray(0, -6) }, [422, 'document-not-pdf']],
    [
      'a PDF with a page of HTML behind',
      RECEIPT,
      { body: `${aPdf()}${' '.repeat(1100)}<p>` },
      [422, 'document-not-pdf'],
    ],
    ['the name of a format alone', RECEIPT, { body: '%PDF-' }, [422, 'document-not-pdf']],
    ['JSON', RECEIPT, { body: '{}', type: 'application/json' }, [415, 'media-type-unsupported']],
    ['a form', RECEIPT, { type: 'multipart/form-data; boundary=x' }, [415, 'media-type-unsupported']],
    ['a type that only begins alike', RECEIPT, { type: 'application/pdfx' }, [415, 'media-type-unsupported']],
    ['no type', RECEIPT, { type: '' }, [415, 'media-type-unsupported']],
    ['one of an unknown application', 'a-2/documents/receipt', {}, [404, 'application-unknown']],
    ['one of an id that is none', `${'a'.repeat(41)}/documents/receipt`, {}, [400, 'bad-request']],
    ['one of dots', '%2e%2e%2e/documents/receipt', {}, [400, 'bad-request']],
    ['an unknown kind', 'a-1/documents/passport', {}, [400, 'bad-request']],
    ['a kind that JavaScript knows', 'a-1/documents/constructor', {}, [400, 'bad-request']],
    ['one under an unknown key', RECEIPT, { key: `otk_${'x'.repeat(43)}` }, [401, 'key-unknown']],
  ]

  it('each with its code, and nothing is kept', async () => {
    const service = await withApplication()
    const key = makeCoreKey()
    await addCoreKey(service.database.owner, key, { name: 'status-only', scopes: ['status', 'execution'] }, TODAY)
    for (const [what, path, sent, answer] of [
      ...cases,
      ['one under a key for something else', RECEIPT, { key }, [403, 'scope-missing']] as const,
    ]) {
      const { status, json } = await sendDocument(service, path, sent)
      expect([status, json.code], what).toEqual(answer)
    }
    expect(await kept(service)).toEqual([])
    expect(service.log.filter(line => line.event === 'request-failed')).toEqual([])
  })

  it('one that is too large before it is read, from whoever has no key too', async () => {
    const service = await withApplication()
    const large = Buffer.alloc(MAX_DOCUMENT + 1)
    const stranger = await sendDocument(service, RECEIPT, { body: large, key: 'x' })
    expect([stranger.status, stranger.json.code]).toEqual([401, 'key-unknown'])
    const elsewhere = await service.core('PUT', '/applications/a-1', 'x'.repeat(1024 * 1024 + 1))
    expect(elsewhere.status).toBe(413)
  })
})

describe('downloading', () => {
  it('gives the owner the file as it was sent, with headers that keep it theirs', async () => {
    const service = await withApplication()
    await sendDocument(service, RECEIPT)
    const { browser } = await signedIn(service)
    for (const address of ['/ru/applications/a-1/documents/receipt', '/api/v1/applications/a-1/documents/receipt']) {
      const answer = await browser.get(address, { 'Accept-Language': 'ru' })
      expect([answer.status, answer.json], address).toEqual([200, aPdf().toString()])
      expect(Object.fromEntries(answer.headers), address).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(aPdf().length),
        'content-disposition':
          'attachment; filename="receipt-1114647-.pdf"; filename*=UTF-8\'\'' +
          `${encodeURIComponent('Расписка о приёме документов 1114647-ИБР.pdf')}`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      })
      const head = await browser.send('HEAD', address)
      expect([head.status, head.json, head.headers.get('content-length')]).toEqual([200, '', String(aPdf().length)])
    }
  })

  it('of somebody else’s is as of none: not found', async () => {
    const service = await withApplication()
    await sendDocument(service, RECEIPT)
    const { browser } = await signedIn(service, SERIK)
    for (const address of ['/kk/applications/ID/documents/receipt', '/api/v1/applications/ID/documents/receipt']) {
      const [theirs, none] = await Promise.all(['a-1', 'a-9'].map(id => browser.get(address.replace('ID', id))))
      expect([theirs?.status, none?.status], address).toEqual([404, 404])
    }
    expect((await browser.get('/kk/applications/a-1/documents/passport')).status).toBe(404)
    const stranger = service.browser()
    expect((await stranger.get('/api/v1/applications/a-1/documents/receipt')).status).toBe(401)
    expect((await stranger.get('/kk/applications/a-1/documents/receipt')).headers.get('location')).toContain('/sign-in')
  })
})
