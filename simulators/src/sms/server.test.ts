// The SMS gateway: its contract, and its misbehaviour.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SmsGateway, type SmsMode, startSms } from './server.ts'

const SMS = { id: 'sms-1', to: '+77010000001', text: 'Код: 123456' }
const NOW = new Date('2026-11-22T15:00:00Z')

let sms: SmsGateway
beforeEach(async () => {
  sms = await startSms({ port: 0, token: 'secret', now: () => NOW })
})
afterEach(() => sms.close())

const send = (body: unknown = SMS, token = 'secret') =>
  fetch(sms.url, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(body) })

describe('the SMS gateway', () => {
  it('takes a message and shows it, to tests and to a person', async () => {
    const answer = await send()
    expect([answer.status, await answer.json()]).toEqual([202, { id: 'sms-1' }])
    const shown = { number: 1, at: NOW.toISOString(), ...SMS }
    expect(sms.messages(SMS.to)).toEqual([shown])
    expect(await (await fetch(`${sms.pageUrl}messages?to=+77010000001`)).json()).toEqual([shown])
    const page = await (await fetch(sms.pageUrl)).text()
    expect(page).toContain('<pre>Код: 123456</pre>')
    expect(page).toContain('1 SMS бөлігі')
  })

  it('sends a repeat once, and answers it like the first', async () => {
    expect([(await send()).status, (await send()).status]).toEqual([202, 202])
    expect(sms.messages()).toHaveLength(1)
  })

  it('refuses another message under the same id', async () => {
    await send()
    expect((await send({ ...SMS, text: 'Код: 654321' })).status).toBe(409)
    expect(sms.messages()).toHaveLength(1)
  })

  it('knows its callers by the token', async () => {
    expect((await send(SMS, 'guess')).status).toBe(401)
    expect((await fetch(sms.url, { method: 'POST', body: JSON.stringify(SMS) })).status).toBe(401)
    expect(sms.messages()).toEqual([])
  })

  for (const [what, body] of [
    ['a number of another country', { ...SMS, to: '+4915112345678' }],
    ['a number that is not international', { ...SMS, to: '87010000001' }],
    ['a number of a fixed line', { ...SMS, to: '+72720000001' }],
    ['no text', { ...SMS, text: ' ' }],
    ['a text of more than ten parts', { ...SMS, text: 'ә'.repeat(671) }],
    ['an id that is none', { ...SMS, id: 'a b' }],
    ['a field too many', { ...SMS, from: 'OTINISH' }],
    ['no object', [SMS]],
  ] as const)
    it(`refuses ${what}`, async () => expect((await send(body)).status).toBe(400))
})

describe('the misbehaving SMS gateway', () => {
  for (const [mode, status, delivered] of [
    ['refuse', 422, 0],
    ['try-later', 503, 0],
    ['error-500', 500, 0],
    ['garbage', 202, 1],
  ] as const satisfies readonly (readonly [SmsMode, number, number])[])
    it(`${mode}: answers ${status}`, async () => {
      sms.behave(mode)
      expect((await send()).status).toBe(status)
      expect(sms.messages()).toHaveLength(delivered)
    })

  for (const [mode, delivered] of [
    ['down', 0],
    ['lost-answer', 1],
  ] as const)
    it(`${mode}: cuts the connection`, async () => {
      sms.behave(mode)
      await expect(send()).rejects.toThrow('fetch failed')
      expect(sms.messages()).toHaveLength(delivered)
    })

  it('slow: answers when told to behave otherwise', async () => {
    sms.behave('slow')
    const sending = send()
    await expect.poll(() => sms.messages()).toHaveLength(1)
    await fetch(`${sms.pageUrl}control`, { method: 'POST', body: '{"mode":"good"}' })
    expect((await sending).status).toBe(202)
  })
})
