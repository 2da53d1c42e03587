// Letters as they cross the wire, and what each answer of a mail server means.
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { mailSender } from './mail.ts'
import type { Letter } from './outgoing.ts'

const NOW = new Date('2026-06-16T12:00:00+05:00')
const LETTER: Letter = {
  id: '5f2b1c1e-0000-4000-8000-000000000001',
  to: 'aigerim@example.kz',
  language: 'kk',
  subject: 'Құпиясөзіңіз ауыстырылды: ғ, қ, ң, ө, ұ, ү, һ, і, ә',
  text: 'Сәлеметсіз бе!\n\n.нүктеден басталған жол\n',
}

/** A server that answers as the test says; what it took is kept as it came. */
async function startServer(options: SMTPServerOptions = {}) {
  const taken: { to: string[]; source: string }[] = []
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 10,
    onData: async (stream, { envelope }, done) => {
      taken.push({ to: envelope.rcptTo.map(({ address }) => address), source: await text(stream) })
      done()
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => new Promise(resolve => server.close(() => resolve())))
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return { url: `smtp://127.0.0.1:${port}`, taken }
}

const senderTo = (url: string, from = 'Өтініш <otinish@example.org>') =>
  mailSender({ url, from, now: () => NOW, log: () => {}, timeoutMs: 10_000 })

const answer = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

describe('a letter', () => {
  it('is plain text in seven bits, with Kazakh letters whole and an id that stays', async () => {
    const { url, taken } = await startServer()
    const send = senderTo(url)
    expect(await send(LETTER)).toEqual({ kind: 'sent' })
    expect(await send(LETTER)).toEqual({ kind: 'sent' })
    const [first, second] = taken.map(({ source }) => source)
    expect(first).toMatch(/^[\x20-\x7e\r\n\t]+$/)
    expect(headerOf(first, 'Message-ID')).toBe(`<${LETTER.id}@example.org>`)
    expect(headerOf(second, 'Message-ID')).toBe(headerOf(first, 'Message-ID'))
    expect(headerOf(first, 'From')).toBe('=?UTF-8?B?06jRgtGW0L3RltGI?= <otinish@example.org>')
    expect(headerOf(first, 'To')).toBe(LETTER.to)
    expect(new Date(headerOf(first, 'Date') ?? '')).toEqual(NOW)
    expect(headerOf(first, 'Content-Type')).toBe('text/plain; charset=utf-8')
    expect(headerOf(first, 'Content-Language')).toBe('kk')
    expect(headerOf(first, 'Auto-Submitted')).toBe('auto-generated')
    expect(Math.max(...(first ?? '').split('\r\n').map(line => line.length))).toBeLessThan(999)
    const { simpleParser } = await import('mailparser')
    const read = await simpleParser(first ?? '')
    expect([read.subject, read.text]).toEqual([LETTER.subject, LETTER.text])
  })

  it('goes to a domain in Kazakh letters by its registered name', async () => {
    const { url, taken } = await startServer()
    expect(await senderTo(url)({ ...LETTER, to: 'aigerim@пошта.қаз' })).toEqual({ kind: 'sent' })
    expect(headerOf(taken[0]?.source, 'To')).toBe('aigerim@xn--80a1acn3a.xn--80ao21a')
  })

  for (const to of [
    'aigerim@example.kz\r\nBcc: thief@example.org',
    'aigerim@example.kz\nRCPT TO:<thief@example.org>',
    'aigerim@example.kz, thief@example.org',
    'aigerim@example.kz; thief@example.org',
    '"Айгерім" <thief@example.org>',
    '<thief@example.org>',
    'aigerim@example.kz> NOTIFY=SUCCESS',
    '@example.kz',
    'group: thief@example.org;',
    '',
  ])
    it(`never leaves for ${JSON.stringify(to)}`, async () => {
      const { url, taken } = await startServer()
      expect(await senderTo(url)({ ...LETTER, to })).toEqual({ kind: 'refused', why: 'address-unusable' })
      expect(taken).toEqual([])
    })

  it('has no more headers than ours, whatever stands in its subject and text', async () => {
    const { url, taken } = await startServer()
    const injected = 'Тақырып\r\nBcc: thief@example.org\r\n\r\nbody'
    await senderTo(url)({ ...LETTER, subject: injected, text: `${injected}\r\n.\r\nMAIL FROM:<x@example.org>` })
    expect(taken.map(({ to }) => to)).toEqual([[LETTER.to]])
    expect(headerOf(taken[0]?.source, 'Bcc')).toBeUndefined()
  })
})

describe('the answer of a mail server', () => {
  const refusing = (options: SMTPServerOptions) => async () => senderTo((await startServer(options)).url)(LETTER)
  const at = {
    recipient: (code: number, message: string) => refusing({ onRcptTo: (_, __, done) => done(answer(code, message)) }),
    sender: (code: number, message: string) => refusing({ onMailFrom: (_, __, done) => done(answer(code, message)) }),
    greeting: (code: number, message: string) => refusing({ onConnect: (_, done) => done(answer(code, message)) }),
    letter: (code: number, message: string) =>
      refusing({
        onData: (stream, _, done) => {
          stream.resume()
          stream.on('end', () => done(answer(code, message)))
        },
      }),
  }
  const CASES = [
    ['550 to the recipient', at.recipient(550, 'No such user'), 'refused', 'address-refused'],
    ['550 5.1.1 to the recipient', at.recipient(550, '5.1.1 No such user'), 'refused', 'address-refused'],
    ['553 to the recipient', at.recipient(553, 'Mailbox name not allowed'), 'refused', 'address-refused'],
    ['550 5.7.1 to the recipient', at.recipient(550, '5.7.1 Relaying denied'), 'silent', 'not-let-in'],
    ['450 to the recipient', at.recipient(450, 'Greylisted'), 'silent', 'server-error'],
    ['550 to the sender', at.sender(550, 'Who are you'), 'silent', 'not-let-in'],
    ['451 to the sender', at.sender(451, 'Later'), 'silent', 'server-error'],
    ['554 as a greeting', at.greeting(554, 'No service for you'), 'silent', 'not-let-in'],
    ['421 as a greeting', at.greeting(421, 'Too busy'), 'silent', 'server-error'],
    ['554 to the letter', at.letter(554, 'Looks like spam'), 'refused', 'message-refused'],
    ['452 to the letter', at.letter(452, 'Disk full'), 'silent', 'server-error'],
  ] as const
  for (const [name, send, kind, why] of CASES)
    it(`${name} means ${why}`, async () => {
      expect(await send()).toEqual({ kind, why })
    })

  it('535 to our password says nothing about the address', async () => {
    const { url } = await startServer({ onAuth: (_, __, done) => done(answer(535, 'Bad password')) })
    const send = senderTo(url.replace('smtp://', 'smtp://otinish:wrong@'))
    expect(await send(LETTER)).toEqual({ kind: 'silent', why: 'not-let-in' })
  })

  it('without an offer of TLS, from beyond this machine, gets no letter', async () => {
    const { url, taken } = await startServer()
    const elsewhere = url.replace('127.0.0.1', '127.1') // the same machine under a name that is not known as such
    expect(await senderTo(elsewhere)(LETTER)).toEqual({ kind: 'silent', why: 'not-let-in' })
    expect(taken).toEqual([])
  })

  it('that does not come means unreachable', async () => {
    expect(await senderTo('smtp://127.0.0.1:1')(LETTER)).toEqual({ kind: 'silent', why: 'unreachable' })
  })
})

function headerOf(source: string | undefined, name: string): string | undefined {
  const head = source?.slice(0, source.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ') ?? ''
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim()
}
