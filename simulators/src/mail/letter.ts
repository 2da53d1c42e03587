// A letter as it came (RFC 5322, MIME): what a person sees of it, or why a strict server would not take it.

export type Letter = {
  readonly id: string
  readonly from: string
  readonly subject: string
  readonly text: string
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
  if (attachments.length > 0) return 'attachments are not taken here'
  return { id: messageId, from: from.text, subject, text: text.trimEnd() }
}
