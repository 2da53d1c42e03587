// The inbox in the whole service: who is told of a withdrawal, reading as an act, nobody else's messages.
import { startMail } from '@otinish/simulators/mail/server'
import { startSms } from '@otinish/simulators/sms/server'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { AIGERIM, SERIK, sign } from '../test-authority.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import type { Notice } from './notice.ts'
import { tell } from './tell.ts'
import { MAIL, PHONE, register } from './test-post.ts'

const CHANGED: Notice = { kind: 'password-changed' }

async function told(service: TestService, notice = CHANGED, iin = AIGERIM.iin): Promise<string> {
  await tell(service.database.sql)(iin, notice, service.clock.at)
  const [row] = await service.database.sql`select id from message order by at desc, id desc limit 1`
  return row?.['id']
}

const page = async (browser: Browser, path: string) => readable((await browser.get(path)).json)
const unread = async ({ database }: TestService) =>
  (await database.sql`select 1 from message where read_at is null`).length

describe('a withdrawal', () => {
  it('is told to its person with its numbers, in the transaction that completes it', async () => {
    const service = await testService()
    const { browser, store, draft, pdf } = await withDraft(service)
    await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    const list = (await browser.get('/kk/messages')).json
    expect(readable(list)).toContain('Жаңа Өтінішіңіздің күші жойылды')
    const [, address = ''] =
      /action="([^"]+-[^"]+\/reading)"(?:(?!<form)[\s\S])*?>Өтінішіңіздің күші жойылды</.exec(list) ?? []
    const opened = await browser.form(address)
    expect(opened.status).toBe(303)
    const message = (await browser.get(opened.headers.get('Location') ?? '')).json
    expect(readable(message)).toMatch(/Өтініш нөмірі 1114647-ИБР Тіркеу нөмірі \d+-ОЖ/)
    const ways = [...message.matchAll(/href="(\/kk\/(?:withdrawals|applications)\/[^"]+)"/g)].map(([, href]) => href)
    expect(ways).toHaveLength(2)
    for (const href of ways) expect((await browser.get(href)).status, href).toBe(200)
  })

  it('is on its way when the request has been answered, and waits for no job', async () => {
    const [mail, sms] = await Promise.all([startMail({ port: 0, pagePort: 0 }), startSms({ port: 0 })])
    onTestFinished(async () => {
      await Promise.all([mail.close(), sms.close()])
    })
    const service = await testService({ settings: { SMTP_URL: mail.url, SMS_URL: sms.url } })
    await register(service.database.sql)
    await service.database.sql`update account set choices = '{"proof": ["mail"]}'`
    const { browser, store, draft, pdf } = await withDraft(service)
    await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    const proof = () => mail.messages(MAIL).find(({ files }) => files)?.files
    await vi.waitUntil(
      () => proof() !== undefined, // the receipt and the archive, as the person may download them
      10_000,
    )
    expect(proof()?.map(({ name, content }) => [name, Buffer.from(content).toString('latin1', 0, 4)])).toEqual([
      ['receipt-1.pdf', '%PDF'],
      ['evidence-1.zip', 'PK\u0003\u0004'],
    ])
    await vi.waitUntil(
      () =>
        mail.messages(MAIL).some(({ subject }) => subject === 'Өтінішіңіздің күші жойылды') &&
        sms.messages(PHONE).some(({ text }) => text.includes('өтінішіңіздің күші жойылды')),
      10_000,
    )
  })
})

describe('what tells of a withdrawal', () => {
  it('by mail does not hold up a code by SMS while the mail server takes its time', async () => {
    const [mail, sms] = await Promise.all([startMail({ port: 0, pagePort: 0 }), startSms({ port: 0 })])
    onTestFinished(async () => {
      mail.behave('good')
      await Promise.all([mail.close(), sms.close()])
    })
    mail.behave('slow')
    const service = await testService({ settings: { SMTP_URL: mail.url, SMS_URL: sms.url } })
    const { browser } = await signedIn(service)
    const contacts = { mail: MAIL, mail_since: service.clock.at }
    await service.database.owner`
      insert into account ${service.database.owner({ iin: AIGERIM.iin, language: 'kk', made_at: service.clock.at, ...contacts })}`
    await told(service)
    await browser.form('/kk/messages/reading')
    await vi.waitUntil(() => mail.messages(MAIL).length === 1, 10_000)
    await browser.form('/kk/profile/contacts/phone', { address: PHONE })
    await vi.waitUntil(() => sms.messages(PHONE).length === 1, 10_000)
  })

  it('that is refused tells of nothing', async () => {
    const service = await testService()
    const { browser, draft, pdf } = await withDraft(service)
    const { store } = await signedIn(service, SERIK)
    const { status } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    expect(status).toBe(422)
    const told = await service.database
      .sql`select 1 from message where kind not in ('bank-details-filed', 'withdrawal-drafted')`
    expect(told).toEqual([])
  })
})

describe('the inbox', () => {
  it('marks a message as read when it is opened by its person, and not by a look at any page', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const id = await told(service)
    await page(browser, '/kk/messages')
    expect(await page(browser, `/kk/messages/${id}`)).toContain('Оқылды деп белгілеу')
    expect(await unread(service)).toBe(1)
    service.clock.at = new Date(service.clock.at.getTime() + 60_000)
    const answer = await browser.form(`/kk/messages/${id}/reading`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/kk/messages/${id}`])
    const read = await service.database.sql`select read_at from message`
    service.clock.at = new Date(service.clock.at.getTime() + 60_000)
    await browser.form(`/kk/messages/${id}/reading`)
    expect(await service.database.sql`select read_at from message`).toEqual(read)
    expect(await page(browser, `/kk/messages/${id}`)).not.toContain('Оқылды деп белгілеу')
  })

  it('marks all that were on the page, and not one that came meanwhile', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    await told(service)
    const newest = await told(service)
    service.clock.at = new Date(service.clock.at.getTime() + 1_000)
    await told(service)
    await browser.form('/kk/messages/reading', { upTo: newest })
    expect(await unread(service)).toBe(1)
  })

  it('shows twenty on a page, newest first, and the way on', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    for (let i = 0; i < 23; i++) {
      service.clock.at = new Date(service.clock.at.getTime() + 1_000)
      await told(service, i === 22 ? { kind: 'registered' } : CHANGED)
    }
    const first = (await browser.get('/ru/messages')).json
    expect(readable(first)).toContain('Вы зарегистрировались в личном кабинете')
    expect(first.match(/class="fresh"/g)).toHaveLength(20)
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(first) ?? []
    const second = (await browser.get(next)).json
    expect(second.match(/class="fresh"/g)).toHaveLength(3)
    expect(readable(second)).toContain('Самые новые сообщения')
    expect(second).not.toContain('rel="next"')
  })

  it('of somebody else is not there, as one that never was', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const id = await told(service, CHANGED, SERIK.iin)
    for (const other of [id, '5f2b1c1e-0000-4000-8000-000000000001', 'x', "'; drop table message; --"]) {
      expect((await browser.get(`/kk/messages/${encodeURIComponent(other)}`)).status, other).toBe(404)
      expect((await browser.form(`/kk/messages/${encodeURIComponent(other)}/reading`)).status, other).toBe(404)
    }
    await browser.form('/kk/messages/reading', { upTo: id })
    expect(await unread(service)).toBe(1)
    expect(await page(browser, `/kk/messages?after=${id}`)).toContain('Әзірге хабарлама жоқ.')
  })
})

describe('a message', () => {
  it('that this instance does not know yet, since a newer one told it, keeps the inbox open', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const unknown = await told(service)
    await service.database.owner`update message set kind = 'of-tomorrow'`
    await told(service, { kind: 'registered' })
    expect(await page(browser, '/kk/messages')).toContain('Сіз жеке кабинетке тіркелдіңіз')
    expect((await browser.get(`/kk/messages/${unknown}`)).status).toBe(404)
  })

  it('is for nobody who has not signed in', async () => {
    const service = await testService()
    for (const path of ['/kk/messages', '/kk/messages/5f2b1c1e-0000-4000-8000-000000000001'])
      expect((await service.browser().get(path)).headers.get('Location')).toMatch(/^\/kk\/sign-in\?next=/)
    expect((await service.browser().form('/kk/messages/reading')).status).toBe(303)
  })

  it('shows as text whatever a browser calls itself', async () => {
    const service = await testService()
    const { browser } = await signedIn(service)
    const id = await told(service, { kind: 'new-device', way: 'eds', device: '<script>alert(1)</script>' })
    expect((await browser.get(`/kk/messages/${id}`)).json).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })
})
