// The SMTP side (RFC 5321) of the mail server: anybody may send, with a password or without; every letter is for the inbox.
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Behaviour } from '../messages/behaviour.ts'
import type { Inbox } from '../messages/inbox.ts'
import { readLetter } from './letter.ts'
import type { MailMode } from './server.ts'

const MAX_LETTER = 4_000_000 // with the proof of a withdrawal
const REFUSALS = {
  refuse: [550, 'No such mailbox'],
  'try-later': [451, 'Try again later'],
} as const satisfies Partial<Record<MailMode, readonly [number, string]>>

export type Smtp = { readonly server: SMTPServer['server']; close(): Promise<void> }

/** Not yet listening. */
export function smtpServer(inbox: Inbox, behaviour: Behaviour<MailMode>): Smtp {
  const smtp = new SMTPServer({
    disabledCommands: ['STARTTLS'], // nobody could check a certificate of ours
    authOptional: true,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    size: MAX_LETTER,
    closeTimeout: 50,
    onAuth: ({ username }, _, done) => done(null, { user: username ?? 'somebody' }),
    onRcptTo: (_, __, done) => done(refusal(behaviour.mode())),
    onData: (stream, { id, envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      receive(stream, to).then(
        said => (behaviour.mode() === 'lost-answer' ? cut(id) : done(null, said)),
        error => done(error),
      )
    },
  })
  const receive = async (stream: NodeJS.ReadableStream, recipients: readonly string[]): Promise<string> => {
    const letter = await readLetter(await text(stream))
    if (typeof letter === 'string') throw reply(554, letter)
    for (const to of recipients) inbox.add({ ...letter, to })
    if (behaviour.mode() === 'slow') await behaviour.changed()
    return `Taken as ${inbox.delivered()}`
  }
  const cut = (id: string) => {
    for (const connection of smtp.connections) if (connection.id === id) connection.close()
  }
  smtp.server.prependListener('connection', socket => {
    if (behaviour.mode() === 'down') socket.destroy()
  })
  smtp.on('error', () => {}) // a caller that has gone
  return { server: smtp.server, close: () => new Promise(resolve => smtp.close(resolve)) }
}

function refusal(mode: MailMode): Error | null {
  const [, answer] = Object.entries(REFUSALS).find(([word]) => word === mode) ?? []
  return answer ? reply(answer[0], answer[1]) : null
}

function reply(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
