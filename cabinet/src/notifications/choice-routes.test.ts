// The page of choices in the whole service.
import { describe, expect, it } from 'vitest'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { EVENTS, TERMS } from './event.ts'
import { CHOICES_PATH } from './paths.ts'
import { register } from './test-post.ts'

const AT = `/kk${CHOICES_PATH}`

async function opened(contacts: 'both' | 'mail' | 'none' = 'both') {
  const service = await testService()
  if (contacts !== 'none') await register(service.database.sql)
  if (contacts === 'mail') await service.database.sql`update account set phone = null, phone_since = null`
  const { browser } = await signedIn(service)
  const html = (await browser.get(AT)).json as string
  return { service, browser, html, text: readable(html) }
}

/** What a browser sends of a form: the hidden field, and the boxes that are ticked. */
function fieldsOf(html: string): Record<string, string> {
  const shown = /name="shown" value="([^"]*)"/.exec(html)?.[1] ?? ''
  const boxes = [...html.matchAll(/<input type="checkbox" id="[^"]+" name="([^"]+)" checked/g)].map(([, name = '']) => [
    name,
    'on',
  ])
  return { shown, ...Object.fromEntries(boxes) }
}

const without = (fields: Record<string, string>, ...names: string[]) =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)))

const save = async (browser: Browser, fields: Record<string, string>) => {
  const { status, headers, json } = await browser.form(AT, fields)
  return { status, location: headers.get('Location'), html: json as string }
}
const kept = async ({ database }: TestService) => (await database.sql`select choices from account`)[0]?.['choices']

describe('the page of choices', () => {
  it('shows a box for each event and way, keeps what is ticked, and says that it is saved', async () => {
    const { service, browser, html } = await opened()
    expect(html.match(/type="checkbox"/g)).toHaveLength(2 * EVENTS.length + 1) // and one for the proof
    expect(readable(html)).toContain('Бұл хабарламалар өшірілмейді. Әрқашан Әрқашан Әрқашан')
    const saved = await save(browser, { ...fieldsOf(html), 'received.sms': 'on' })
    expect([saved.status, saved.location]).toEqual([303, `${AT}?saved=on`])
    const after = (await browser.get(`${AT}?saved=on`)).json
    expect(after).toMatch(/role="status">\s*Сақталды\.\s*</)
    expect(after).toContain('name="received.sms" checked')
    expect((await kept(service)).received).toEqual(['mail', 'sms'])
  })

  it('says that what is switched off was told, which it was', async () => {
    const { service, browser, html } = await opened()
    const saved = await save(browser, without(fieldsOf(html), 'executed.sms'))
    expect(saved.location).toBe(`${AT}?saved=off`)
    expect(readable((await browser.get(`${AT}?saved=off`)).json)).toContain('Өшірілгені туралы')
    expect(await service.database.sql`select kind from message`).toEqual([{ kind: 'choices-changed' }])
    const list = (await browser.get('/kk/messages')).json
    const [, id = ''] = /action="\/kk\/messages\/([0-9a-f-]{36})\/reading"/.exec(list) ?? []
    const message = (await browser.get(`/kk/messages/${id}`)).json
    expect(readable(message)).toContain('Өшірілгені Өтініш орындалды (SMS)')
    expect(message).toContain(`href="${AT}"`)
  })

  it('refuses silence about the safety of the cabinet, keeps the ticks, and says why', async () => {
    const { service, browser, html } = await opened()
    const refused = await save(browser, without(fieldsOf(html), 'security.mail', 'security.sms', 'received.mail'))
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('role="alert"')
    expect(readable(refused.html)).toContain('Кабинеттің қауіпсіздігіне қатысты оқиға болды : хаттың немесе SMS-тің')
    expect(refused.html).not.toContain('name="received.mail" checked')
    const again = await save(browser, { ...fieldsOf(refused.html), 'security.sms': 'on' })
    expect(again.status).toBe(303)
    expect(await kept(service)).toMatchObject({ received: [], security: ['sms'] })
  })

  it('says from when on it may be tried again by whoever switched off too often, and keeps the ticks', async () => {
    const { service, browser, html } = await opened()
    const { sql } = service.database
    for (let i = 0; i < 10; i++)
      await sql`insert into audit_event (at, act, actor_kind, iin, outcome)
                values (${new Date(service.clock.at.getTime() - i * 1_000)}, 'choices-changed', 'person', ${AIGERIM.iin}, '-executed.sms')`
    const refused = await save(browser, without(fieldsOf(html), 'executed.sms'))
    expect(refused.status).toBe(429)
    expect(readable(refused.html)).toMatch(/тым көп рет өшірдіңіз.*қайта сақтауға болатын уақыт: \d\d\.\d\d\.\d{4}/)
    expect(refused.html).not.toContain('name="executed.sms" checked')
    expect(await kept(service)).toEqual({})
  })
})

describe('the page of choices, to each as they are,', () => {
  it('sends the proof of a withdrawal to nobody who did not ask for it, says what lies in it, and keeps the choice', async () => {
    const { service, browser, html } = await opened()
    expect(html).toMatch(/name="proof\.mail"(?![^>]*checked)/)
    expect(readable(html)).toContain('Файлдарда аты-жөніңіз, ЖСН-ыңыз және қол қойылған өтініш бар')
    await save(browser, { ...fieldsOf(html), 'proof.mail': 'on' })
    expect((await kept(service)).proof).toEqual(['mail'])
    const after = (await browser.get(AT)).json
    expect(after).toContain('name="proof.mail" checked')
    await save(browser, without(fieldsOf(after), 'proof.mail'))
    expect((await kept(service)).proof).toEqual([])
    const [told] = await service.database.sql`select facts from message where kind = 'choices-changed'`
    expect(told?.['facts']).toEqual({ off: ['proof.mail'] })
  })

  it('with one contact shows one column, and no box for what must reach the person', async () => {
    const { service, browser, html, text } = await opened('mail')
    expect(html.match(/type="checkbox"/g)).toHaveLength(EVENTS.filter(event => !TERMS[event].mustReach).length + 1)
    expect(html).not.toMatch(/name="(security|withdrawal)\./)
    expect(html).toContain('href="/kk/profile/contacts/phone"')
    expect(text).toContain('Телефон қосу')
    await save(browser, fieldsOf(html))
    expect(await kept(service)).toEqual({})
  })

  it('tells whoever has no contacts how to give them, also without an account', async () => {
    const { browser, html, text } = await opened('none')
    expect(html).not.toContain('<form method="post" action="/kk/profile/notifications"')
    expect(text).toContain('хабарламалар тек осы кабинетте көрінеді')
    for (const part of ['mail', 'phone']) {
      expect(html).toContain(`href="/kk/profile/contacts/${part}"`)
      expect((await browser.get(`/kk/profile/contacts/${part}`)).status).toBe(200)
    }
    const saved = await save(browser, { shown: 'security.mail', 'received.sms': 'on' })
    expect([saved.status, saved.location]).toEqual([303, AT])
  })

  it('lets nobody in who has not signed in, and takes nothing that is no choice', async () => {
    const { service, browser } = await opened()
    expect((await service.browser().get(AT)).headers.get('Location')).toBe(`/kk/sign-in?next=${encodeURIComponent(AT)}`)
    await save(service.browser(), { shown: 'executed.sms' })
    for (const hostile of [
      {},
      { shown: "x'; drop table account; --", 'executed.fax': 'on' },
      { shown: '__proto__.mail executed', iin: '990101300007' },
      { shown: 'a '.repeat(50_000) },
    ])
      expect((await save(browser, hostile)).status).toBe(303)
    expect(await kept(service)).toEqual({})
    expect(await service.database.sql`select 1 from account where iin <> ${AIGERIM.iin}`).toEqual([])
  })
})
