// A letter as it came (RFC 5322, MIME): what a person sees of it, or why a strict server would not take it.

import type { AttachedFile } from '../messages/inbox.ts'

export type Letter = {
  readonly id: string
  readonly from: string
  readonly subject: string
  readonly text: string
  readonly files?: readonly AttachedFile[]
}

/** The letter, or a sentence about what it lacks. */
export async function readLetter(source: string): Promise<Letter | string> {
  const { simpleParser } = await import('mailparser') // takes longer to load than everything else here
  const { messageId, date, from, to, subject, text, attachments } = await simpleParser(source)
  if (!messageId) return 'no Message-ID (RFC 5322 §3.6.4)'
  if (!date || Number.isNaN(date.getTime())) return 'no Date (RFC 5322 §3.6.1)'
  if (!from?.value[0]?.address) return 'no From (RFC 5322 §3.6.2)'
  if (!to) return 'no To (RFC 5322 §3.6.3)'
  if (!subject) return 'no Subject'
  if (!text?.trim()) return 'no text that a person could read'
  const files = attachments.map(({ filename = '', contentType, content }) => ({
    name: filename,
    mediaType: contentType,
    content,
  }))
  if (files.some(({ name }) => !/^[\w.-]{1,80}$/.test(name))) return 'an attachment without a plain name'
  return { id: messageId, from: from.text, subject, text: text.trimEnd(), ...(files.length > 0 ? { files } : {}) }
}
