// The mail server: what it takes, what a person and a test see of it, and its misbehaviour.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { LETTER, sendLetter } from '../testing/smtp-client.ts'
import { type Mail, type MailMode, startMail } from './server.ts'

const NOW = new Date('2026-11-22T15:00:00Z')
const TAKEN = ['220', '250', '250', '250', '354', '250', '221']

let mail: Mail
beforeEach(async () => {
  mail = await startMail({ port: 0, pagePort: 0, now: () => NOW })
})
afterEach(() => mail.close())

const control = (body: unknown, headers = {}) =>
  fetch(new URL('control', mail.pageUrl), { method: 'POST', headers, body: JSON.stringify(body) })
const page = async (query = '') => (await fetch(`${mail.pageUrl}${query}`)).text()

describe('the mail server', () => {
  it('takes a letter and shows it, to tests and to a person', async () => {
    expect(await sendLetter(mail.url)).toEqual(TAKEN)
    const letter = {
      number: 1,
      at: NOW.toISOString(),
      id: '<1@localhost>',
      from: '"Өтініш" <otinish@localhost>',
      to: 'aigerim@example.kz',
      subject: 'Код',
      text: 'Код: 123456',
    }
    expect(mail.messages()).toEqual([letter])
    const messages = new URL('messages?to=Aigerim@example.kz', mail.pageUrl)
    expect(await (await fetch(messages)).json()).toEqual([letter])
    expect(await page()).toContain('<pre>Код: 123456</pre>')
    expect(await page('?lang=ru')).toContain('Полученные письма')
  })

  it('keeps the letters of different people apart', async () => {
    await sendLetter(mail.url, { to: 'one@example.kz' })
    await sendLetter(mail.url, { to: 'two@example.kz' })
    expect(mail.messages('two@example.kz').map(({ number }) => number)).toEqual([2])
    expect(await page('?to=one@example.kz')).not.toContain('two@example.kz')
  })

  it('shows markup as text', async () => {
    await sendLetter(mail.url, { letter: LETTER.replace('Код: 123456', '<script>alert(1)</script>') })
    expect(await page()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  for (const [lacking, header] of [
    ['a Message-ID', /^Message-ID: .*\r\n/m],
    ['a date', /^Date: .*\r\n/m],
    ['a sender', /^From: .*\r\n/m],
    ['an addressee', /^To: .*\r\n/m],
    ['a subject', /^Subject: .*\r\n/m],
    ['words', /Код: 123456$/],
  ] as const)
    it(`refuses a letter without ${lacking}`, async () => {
      expect(await sendLetter(mail.url, { letter: LETTER.replace(header, '') })).toEqual(TAKEN.with(5, '554'))
      expect(mail.messages()).toEqual([])
    })
})

describe('the misbehaving mail server', () => {
  for (const [mode, codes, delivered] of [
    ['down', [], 0],
    ['refuse', ['220', '250', '250', '550', '221'], 0],
    ['try-later', ['220', '250', '250', '451', '221'], 0],
    ['lost-answer', ['220', '250', '250', '250', '354'], 1],
  ] as const satisfies readonly (readonly [MailMode, readonly string[], number])[])
    it(`${mode}: answers so, and in the ordinary way when told to`, async () => {
      mail.behave(mode)
      expect(await sendLetter(mail.url)).toEqual(codes)
      expect(mail.messages()).toHaveLength(delivered)
      expect((await control({ mode: 'good' })).status).toBe(200)
      expect(await sendLetter(mail.url)).toEqual(TAKEN)
    })

  it('slow: answers when told to behave otherwise', async () => {
    mail.behave('slow')
    const sending = sendLetter(mail.url)
    await expect.poll(() => mail.messages()).toHaveLength(1)
    mail.behave('good')
    expect(await sending).toEqual(TAKEN)
  })

  it('says so on its page', async () => {
    mail.behave('down')
    expect(await page()).toContain('бұзылу тапсырылған (down)')
  })

  for (const [what, body] of [
    ['an unknown mode', { mode: 'explode' }],
    ['an unknown setting', { mode: 'good', colour: 'red' }],
    ['no object', 'down'],
  ] as const)
    it(`refuses ${what} in its control`, async () => expect((await control(body)).status).toBe(400))

  it('is neither read nor steered by a page of another site', async () => {
    const headers = { origin: 'https://example.org' }
    expect((await control({ mode: 'down' }, headers)).status).toBe(403)
    expect((await fetch(new URL('messages', mail.pageUrl), { headers })).status).toBe(403)
  })
})
