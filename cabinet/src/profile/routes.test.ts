// The profile and the log of who looked, in the whole service.
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM, SERIK, sign, TODAY } from '../test-authority.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'

const ACCOUNT = {
  iin: AIGERIM.iin,
  language: 'kk',
  mail: 'aigerim@example.kz',
  mail_since: TODAY,
  phone: '+77010000001',
  phone_since: TODAY,
  made_at: TODAY,
}

async function registered(): Promise<TestService> {
  const service = await testService()
  await service.database.sql`insert into account ${service.database.sql(ACCOUNT)}`
  return service
}

async function opened(service: TestService, path = '/kk/profile') {
  const { browser } = await signedIn(service)
  const html = (await browser.get(path)).json
  return { browser, html, text: readable(html) }
}

describe('the profile', () => {
  it('shows contacts to their owner as far as to be known again, and never whole', async () => {
    const { html, text } = await opened(await registered())
    expect(text).toContain('a•••@example.kz')
    expect(text).toContain('+7 7•• ••• 00 01')
    expect(html).not.toContain('aigerim@example.kz')
    expect(html).not.toContain('70100000')
  })

  it('offers to register to whoever has no account, and asks them for no language', async () => {
    const { html, text } = await opened(await testService())
    expect(text).toContain('Сіз әлі тіркелмегенсіз.')
    expect(html).toContain('href="/kk/register"')
    expect(html).not.toContain('/profile/language')
    expect(html).not.toContain('/profile/password')
  })

  it('says that a contact does not work, while it is the one that is kept', async () => {
    const service = await registered()
    const { sql } = service.database
    const message = await sql`
      insert into message (iin, kind, facts, at) values (${AIGERIM.iin}, 'registered', '{}', ${TODAY}) returning id`
    await sql`
      insert into delivery (channel, address, language, iin, message, until, given_up, given_up_at)
      values ('mail', ${ACCOUNT.mail}, 'kk', ${AIGERIM.iin}, ${message[0]?.['id']}, ${TODAY}, 'address-refused', ${TODAY})`
    const broken = 'Соңғы хабарлама осы мекенжайға жетпеді.'
    expect((await opened(service)).text).toContain(broken)
    await sql`update account set mail = 'new@example.kz'`
    expect((await opened(service)).text).not.toContain(broken)
  })

  it('keeps the language of messages, and no other than ours', async () => {
    const service = await registered()
    const { browser } = await opened(service)
    const saved = await browser.form('/kk/profile/language', { language: 'ru' })
    expect([saved.status, saved.headers.get('Location')]).toEqual([303, '/kk/profile?saved=language'])
    expect(readable((await browser.get('/kk/profile?saved=language')).json)).toContain('Сақталды.')
    for (const language of ['de', '', 'kk\0'])
      expect((await browser.form('/kk/profile/language', { language })).status, language).toBe(400)
    expect(await service.database.sql`select language from account`).toEqual([{ language: 'ru' }])
  })

  it('leaves a line in the record of acts when another language is chosen, and none for the same again', async () => {
    const service = await registered()
    const { browser } = await opened(service)
    for (const language of ['kk', 'ru', 'ru', 'de', 'en']) await browser.form('/kk/profile/language', { language })
    const lines = await service.database.owner`
      select actor_kind, iin, outcome from audit_event where act = 'language-changed' order by position`
    const line = { actor_kind: 'person', iin: AIGERIM.iin }
    expect(lines).toEqual(['ru', 'en'].map(outcome => ({ ...line, outcome })))
  })

  it('asks a stranger to sign in first, and changes nothing for them', async () => {
    const service = await registered()
    for (const path of ['/kk/profile', '/kk/profile/history'])
      expect((await service.browser().get(path)).headers.get('Location')).toContain('/kk/sign-in?next=')
    expect((await service.browser().form('/kk/profile/language', { language: 'ru' })).status).toBe(303)
    expect(await service.database.sql`select language from account`).toEqual([{ language: 'kk' }])
  })
})

describe('who looked at my data', () => {
  it('lists what others did, in words, with the application, and nothing of the person’s own', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-2', bankDetails({ number: '2-ИБР' }))
    await service.core('POST', '/applications/a-2/execution', { claimId: 'c-1' })
    const { browser, store, draft, pdf } = await withDraft(service)
    await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/signature`, { cms: sign(store, pdf) })
    const html = (await browser.get('/kk/profile/history')).json
    const text = readable(html)
    expect(text).toMatch(/Осы сервис : қолтаңбаңызды тексеріп, өтініштің күшін жойды № 1114647-ИБР/)
    expect(text).toMatch(/БЖЗҚ жүйесі : өтінішті орындауға алды № 2-ИБР/)
    expect(html.match(/<li>\s*<span class="muted">/g)).toHaveLength(4) // both arrived, one was claimed, one withdrawn
    expect(html).toContain('href="/kk/applications/a-2"')
  })

  it('lists all that the core brought, changed and ended, and once what it says again', async () => {
    const service = await testService()
    const put = (facts: object) => service.core('PUT', '/applications/a-2', bankDetails({ number: '2-ИБР', ...facts }))
    for (const facts of [{}, {}, { filedOn: '2026-06-01' }, { filedOn: '2026-06-01' }]) await put(facts)
    await service.core('POST', '/applications/a-2/execution', { claimId: 'c-1' })
    const event = {
      id: 'a6d1f0f2-6a5e-4f4e-9a55-0d1f6f4d0a01',
      application: 'a-2',
      status: { is: 'executed', on: '2026-06-16' },
    }
    for (let i = 0; i < 2; i++) await service.core('POST', '/status-events', event)
    const { text } = await opened(service, '/kk/profile/history')
    const acts = [...text.matchAll(/БЖЗҚ жүйесі : (.*?) № 2-ИБР/g)].map(([, act]) => act)
    expect(acts).toEqual([
      'өтініштің немен аяқталғанын хабарлады',
      'өтінішті орындауға алды',
      'өтініш туралы деректерді жаңартты',
      'өтініш туралы деректерді осы сервиске жіберді',
    ])
  })

  it('tells a person of no line about somebody else', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-2', bankDetails({ iin: SERIK.iin, number: '2-ИБР' }))
    await service.core('POST', '/applications/a-2/execution', { claimId: 'c-1' })
    expect((await opened(service, '/kk/profile/history')).text).toContain('сізден басқа ешкім қараған жоқ')
  })

  it('hides no line for want of words', async () => {
    const service = await testService()
    await line(service, 'of-tomorrow', 'operator')
    await line(service, 'constructor', 'core')
    const { text } = await opened(service, '/kk/profile/history')
    expect(text.match(/деректеріңізбен жұмыс істеді/g)).toHaveLength(2)
  })

  it('goes on to older lines, and takes nothing else for a place to go on from', async () => {
    const service = await testService()
    for (let i = 0; i < 27; i++) await line(service, 'claimed', 'core')
    const { browser, html } = await opened(service, '/kk/profile/history')
    const lines = (page: string) => page.match(/БЖЗҚ жүйесі/g)?.length
    expect(lines(html)).toBe(25)
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(html) ?? []
    expect(lines((await browser.get(next)).json)).toBe(2)
    for (const before of ['x', '-1', '0', '1e9', '9'.repeat(30), "1'", '%00'])
      expect(lines((await browser.get(`/kk/profile/history?before=${before}`)).json), before).toBe(25)
  })
})

/** As a later part of the service, or a later one, would write it. */
async function line({ database }: TestService, act: string, kind: string): Promise<void> {
  if (kind === 'operator') await database.owner`alter table audit_event drop constraint audit_event_actor_kind_check`
  await database.owner`
    insert into audit_event (at, act, actor_kind, iin, outcome) values (${TODAY}, ${act}, ${kind}, ${AIGERIM.iin}, 'done')`
}
