// Letters by SMTP (RFC 5321) through the server of the settings, in plain text (RFC 2045, RFC 2047 for Kazakh letters).
import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { parseMail } from '../accounts/contact.ts'
import type { Log } from '../web/access-log.ts'
import { channelClient } from './channel-client.ts'
import { type Attachment, type Letter, NotSentError, type SendOutcome } from './outgoing.ts'

export type SendLetter = (letter: Letter) => Promise<SendOutcome>

export type MailOptions = {
  readonly url: string
  readonly from: string // 'Өтініш <otinish@localhost>'
  readonly now: () => Date
  readonly log: Log
  readonly timeoutMs?: number
}

const TIMEOUT_MS = 20_000 // some servers look at a message before they take it

export function mailSender({ url, from, now, log, timeoutMs = TIMEOUT_MS }: MailOptions): SendLetter {
  const transport = createTransport({
    url,
    requireTLS: !isLoopback(url), // codes do not cross a network in the clear
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const client = channelClient({ channel: 'mail', timeoutMs, log })
  return async letter => {
    const { id, to, subject, text, language, attachments = [] } = letter
    if (parseMail(to) !== to) return { kind: 'refused', why: 'address-unusable' } // also a line break, or a second address
    return client(async signal => {
      const message = {
        from,
        to: { name: '', address: to },
        subject,
        text,
        date: now(),
        signal,
        attachments: attachments.map(toPart),
      }
      try {
        await transport.sendMail({ ...message, messageId: messageId(id, from), headers: headersFor(language) })
        return { kind: 'sent' }
      } catch (error) {
        return judge(error)
      }
    })
  }
}

/** RFC 2183: named, and to be saved. */
function toPart({ name, mediaType, content }: Attachment) {
  return { filename: name, contentType: mediaType, content: Buffer.from(content) }
}

/** RFC 5322 §3.6.4: the same for the same delivery, for ever. */
function messageId(id: string, from: string): string {
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
  return `<${id}@${domain}>`
}

/** RFC 3834 §5: so that no answering machine answers. */
function headersFor(language: string): Record<string, string> {
  return { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': language }
}

const SmtpError = z.object({
  code: z.string().optional(),
  command: z.string().optional(),
  responseCode: z.number().optional(),
  response: z.string().optional(),
})

/** RFC 5321 §4.2.1: 5yz is for good. Throws NotSentError for what may succeed later. */
function judge(error: unknown): SendOutcome {
  const { code, command = '', responseCode = 0, response = '' } = SmtpError.safeParse(error).data ?? {}
  const isFinal = responseCode >= 500 && responseCode < 600 && responseCode !== 503
  if (code === 'EAUTH' || code === 'ETLS' || (isFinal && isAboutUs(command, response)))
    throw new NotSentError('not-let-in')
  if (isFinal && command === 'RCPT TO') return { kind: 'refused', why: 'address-refused' }
  if (isFinal && command === 'DATA') return { kind: 'refused', why: 'message-refused' }
  if (responseCode > 0) throw new NotSentError('server-error')
  throw new NotSentError(code === 'ETIMEDOUT' ? 'timeout' : 'unreachable')
}

/** RFC 3463: 5.7.x is about who sends, 5.1.8 about the sender's address; so is whatever is said before a recipient is named. */
function isAboutUs(command: string, response: string): boolean {
  return /^5\d\d[ -]5\.(7\.\d+|1\.[78])\b/.test(response) || !['RCPT TO', 'DATA'].includes(command)
}

function isLoopback(url: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname)
}
