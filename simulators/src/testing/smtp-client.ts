// For tests: a few lines of SMTP, as a mail program says them.
import { once } from 'node:events'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

export type Sent = { readonly to?: string; readonly letter?: string }

export const LETTER = [
  'From: =?utf-8?Q?=D3=A8=D1=82=D1=96=D0=BD=D1=96=D1=88?= <otinish@localhost>',
  'To: aigerim@example.kz',
  'Date: Sun, 22 Nov 2026 20:00:00 +0500',
  'Message-ID: <1@localhost>',
  'Subject: =?utf-8?Q?=D0=9A=D0=BE=D0=B4?=',
  'MIME-Version: 1.0',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Код: 123456',
].join('\r\n')

/** Sends one letter; answers the codes of all replies, the greeting first, up to where it ended. */
export async function sendLetter(
  url: string,
  { to = 'aigerim@example.kz', letter = LETTER }: Sent = {},
): Promise<string[]> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.on('error', () => {}) // a server that is down: then there are no replies
  const ended = once(socket, 'close')
  const lines = ['EHLO here', 'MAIL FROM:<otinish@localhost>', `RCPT TO:<${to}>`, 'DATA', `${letter}\r\n.`, 'QUIT']
  const codes: string[] = []
  createInterface({ input: socket }).on('line', reply => {
    if (reply[3] === '-') return
    codes.push(reply.slice(0, 3))
    const next = /^[45]/.test(reply) ? 'QUIT' : lines.shift()
    if (next !== undefined && socket.writable) socket.write(`${next}\r\n`)
  })
  await ended
  return codes
}
