// Where a person is named: of what is kept of their acts and papers, in nothing that is readable without their key.
import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { aPdf, sendDocument } from '../documents/test-documents.ts'
import { AIGERIM, sign, TODAY } from '../test-authority.ts'
import { withDraft } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { erasePerson } from './erase-person.ts'
import { sealExisting } from './seal-existing.ts'
import { aVault } from './test-vault.ts'

const DAY = 86_400_000
const { iin, surname } = AIGERIM
const PEOPLE = { by: 'a.serikov', approvedBy: 'b.omarova' }
const cleanups: (() => Promise<void>)[] = []
let service: TestService
let browser: Browser
let certificate: string

beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
  const road = await withDraft(service)
  browser = road.browser
  await browser.post(`/api/v1/withdrawal-drafts/${road.draft.id}/signature`, { cms: sign(road.store, road.pdf) })
  await service.jobs.completeEvidence()
  await sendDocument(service, 'a-1/documents/receipt', { body: aPdf(surname) })
  await browser.get('/kk/applications/a-1/documents/application') // made here, and entered
  certificate = (await browser.form('/kk/applications/a-1/certificate')).headers.get('Location') ?? ''
  return () => Promise.all(cleanups.map(clean => clean()))
})

/** Tables with a row in which the surname can be read, as text or as its bytes. */
async function naming(): Promise<string[]> {
  const { owner } = service.database
  const hex = Buffer.from(surname).toString('hex')
  const tables = await owner<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
       and not relispartition order by relname`
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await owner`
      select from ${owner(name)} t where t::text like ${`%${surname}%`} or t::text like ${`%${hex}%`} limit 1`
    if (rows.length > 0) found.push(name)
  }
  return found
}

const seal = (dryRun: boolean) =>
  sealExisting({ owner: service.database.owner, vault: aVault(), now: TODAY }, { dryRun })

/** What the page of the result says of the certificate. */
const signer = async () => readable((await browser.get('/kk/withdrawals/1-ОЖ')).json).split('Сертификат ')[1]

describe('a person', () => {
  it('is named in no table but that of persons, though pages, papers and documents have the name', async () => {
    expect(await signer()).toContain(surname)
    expect((await browser.get('/api/v1/applications/a-1/documents/receipt')).json).toBe(aPdf(surname).toString())
    expect((await browser.get(`${certificate}/pdf`)).status).toBe(200)
    expect(await naming()).toEqual(['person'])
  })

  it('who was named in clear before is not any more when it was sealed, and everything is read as it was', async () => {
    const { owner } = service.database
    const before = await browser.bytes(`${certificate}/pdf`)
    await inClear()
    expect(await naming()).toEqual(['paper', 'person', 'sent_document', 'withdrawal', 'withdrawal_draft'])
    expect(await erasePerson(owner, { iin, ...PEOPLE, at: later() }), 'not while anything is in clear').toBe('plain')
    expect([await seal(true), await seal(false), await seal(false)]).toEqual([5, 5, 0])
    expect(await naming()).toEqual(['person'])
    expect(await browser.bytes(`${certificate}/pdf`)).toEqual(before)
    expect((await browser.get('/api/v1/applications/a-1/documents/receipt')).json).toBe(aPdf(surname).toString())
    expect((await sendDocument(service, 'a-1/documents/receipt', { body: aPdf(surname) })).json.version).toBe(1)
    expect((await browser.form('/kk/applications/a-1/certificate')).headers.get('Location')).toBe(certificate)
  })

  it('whose key was destroyed is named in none of it for anybody, with any key', async () => {
    const { owner } = service.database
    expect(await erasePerson(owner, { iin, ...PEOPLE, at: later() })).toBe('erased')
    expect(await signer()).not.toContain(surname)
    expect((await browser.get(`${certificate}/pdf`)).status).toBe(404)
    const { documents } = (await browser.get('/api/v1/applications/a-1')).json
    expect(documents[0], 'the one that the fund sent is not there any more').toMatchObject({ kind: 'receipt' })
    expect((await browser.get('/api/v1/applications/a-1/documents/receipt')).json).not.toContain(surname)
    expect(await naming()).toEqual(['person'])
  })

  it('whose key was destroyed while a statement named them in clear is not named there after sealing', async () => {
    const { owner } = service.database
    await owner`update withdrawal_draft set facts = ${owner.json({ person: { surname } })}, sealed_facts = null`
    expect(await naming()).toEqual(['person', 'withdrawal_draft'])
    await owner`delete from person_key` // of what was made since
    expect(await seal(false)).toBe(1)
    expect(await naming()).toEqual(['person'])
    expect(await owner`select from person_key`, 'and no new key is made').toHaveLength(0)
  })
})

const later = () => new Date(TODAY.getTime() + DAY)

/** As the version before this one kept them. */
async function inClear(): Promise<void> {
  const { owner } = service.database
  const applicant = {
    surname,
    name: AIGERIM.name,
    patronymic: AIGERIM.patronymic,
    iin: iin.slice(-4).padStart(12, '•'),
  }
  const pdf = aPdf(surname)
  await owner`update withdrawal set certificate = certificate || ${owner.json({ commonName: surname })}`
  await owner`
    update withdrawal_draft set sealed_facts = null,
           facts = ${owner.json({ draft: 'd', person: { surname, name: AIGERIM.name, iin } })}`
  await owner`
    update sent_document set content = ${pdf}, sha256 = ${createHash('sha256').update(pdf).digest()}, sealed_by = null`
  for (const { code, facts } of await owner`select code, facts from paper`) {
    const { paper, ...others } = facts
    await owner`
      update paper set facts = ${JSON.stringify({ paper, applicant, ...others })}::text::json, applicant = null,
             sealed_by = null where code = ${code}`
  }
}
