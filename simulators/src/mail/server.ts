// A mail server whose letters go no further: SMTP on one port, the inbox as a page on another.

import { listen, stop } from '../listen.ts'
import { type Behaviour, openBehaviour } from '../messages/behaviour.ts'
import { type Inbox, openInbox } from '../messages/inbox.ts'
import { inboxServer } from '../messages/inbox-server.ts'
import { smtpServer } from './smtp.ts'

export const MAIL_MODES = [
  'good',
  'down', // the connection is cut
  'slow', // takes the letter and does not say so until told to behave otherwise
  'lost-answer', // takes the letter and cuts the connection before saying so
  'try-later', // 451
  'refuse', // 550: no such mailbox
] as const
export type MailMode = (typeof MAIL_MODES)[number]

export type MailOptions = { readonly port: number; readonly pagePort: number; readonly now?: () => Date } // 0: any free one

export type Mail = {
  readonly url: string // smtp://…
  readonly pageUrl: string
  readonly messages: Inbox['messages']
  readonly behave: Behaviour<MailMode>['behave']
  close(): Promise<void>
}

/** Starts it on 127.0.0.1. Throws PortBusyError. */
export async function startMail({ port, pagePort, now = () => new Date() }: MailOptions): Promise<Mail> {
  const inbox = openInbox(now)
  const behaviour = openBehaviour<MailMode>(MAIL_MODES)
  const smtp = smtpServer(inbox, behaviour)
  const page = inboxServer({ carrier: 'mail', inbox, behaviour })
  const listening = await listen(smtp.server, port)
  const pageListening = await listen(page, pagePort).catch(async error => {
    await smtp.close()
    throw error
  })
  return {
    url: `smtp://127.0.0.1:${listening}`,
    pageUrl: `http://127.0.0.1:${pageListening}/`,
    messages: inbox.messages,
    behave: behaviour.behave,
    close: async () => {
      await Promise.all([smtp.close(), stop(page)])
    },
  }
}
