// The SMS gateway: what each of its answers means, and that a silent one is left alone.
import { type SmsGateway, type SmsMode, startSms } from '@otinish/simulators/sms/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { smsSender } from './sms.ts'

const TEXT = { id: '5f2b1c1e-0000-4000-8000-000000000001', to: '+77010000001', text: 'Код: 123456' }

let gateway: SmsGateway
beforeEach(async () => {
  gateway = await startSms({ port: 0, token: 't' })
})
afterEach(() => gateway.close())

const log: unknown[] = []
const sender = (token = 't', timeoutMs = 10_000) =>
  smsSender({ url: gateway.url, token, log: (...line) => log.push(line), timeoutMs })

describe('the SMS gateway', () => {
  for (const [mode, outcome] of [
    ['good', { kind: 'sent' }],
    ['down', { kind: 'silent', why: 'unreachable' }],
    ['lost-answer', { kind: 'silent', why: 'unreachable' }],
    ['try-later', { kind: 'silent', why: 'server-error' }],
    ['error-500', { kind: 'silent', why: 'server-error' }],
    ['garbage', { kind: 'silent', why: 'server-error' }],
    ['refuse', { kind: 'refused', why: 'address-refused' }],
  ] as const satisfies [SmsMode, object][])
    it(`that is ${mode} means ${JSON.stringify(outcome)}`, async () => {
      gateway.behave(mode)
      expect(await sender()(TEXT)).toEqual(outcome)
    })

  it('that is slow means timeout', async () => {
    gateway.behave('slow')
    expect(await sender('t', 200)(TEXT)).toEqual({ kind: 'silent', why: 'timeout' })
  })

  it('that does not know us says nothing about the number', async () => {
    expect(await sender('wrong')(TEXT)).toEqual({ kind: 'silent', why: 'not-let-in' })
  })

  it('that has taken this id before with other words has it', async () => {
    await sender()(TEXT)
    expect(await sender()({ ...TEXT, text: 'Код 123456.' })).toEqual({ kind: 'sent' })
    expect(gateway.messages().map(({ text }) => text)).toEqual([TEXT.text])
  })

  it('is asked again at once when the connection breaks, and delivers once', async () => {
    gateway.behave('lost-answer')
    expect(await sender()(TEXT)).toEqual({ kind: 'silent', why: 'unreachable' })
    expect(gateway.messages()).toHaveLength(1)
  })

  it('is left alone after five failures in a row, and the log says so', async () => {
    gateway.behave('error-500')
    const send = sender()
    for (let i = 0; i < 5; i++) await send(TEXT)
    gateway.behave('good')
    expect(await send(TEXT)).toEqual({ kind: 'silent', why: 'left-alone' })
    expect(gateway.messages()).toEqual([])
    expect(log).toContainEqual(['warn', 'channel-left-alone', { channel: 'sms' }])
  })

  for (const to of [
    '+77010000001\r\n+77010000002',
    '87010000001',
    '+7701000000',
    '+12025550123',
    '+77010000001,+77010000002',
    '',
  ])
    it(`is never asked to send to ${JSON.stringify(to)}`, async () => {
      expect(await sender()({ ...TEXT, to })).toEqual({ kind: 'refused', why: 'address-unusable' })
      expect(gateway.messages()).toEqual([])
    })
})
