// The rules of documents: what can be one, when a certificate is issued anew, whether a paper still holds, what a stranger sees.
import type { Application } from '../applications/application.ts'
import { almatyDate } from '../calendar/almaty.ts'
import { standingFacts, wholeFacts } from './facts-of.ts'
import type { Applicant, Certificate, PaperFacts } from './paper.ts'

export const MAX_DOCUMENT = 5 * 1024 * 1024 // the table's check says the same

export type DocumentFault = 'document-empty' | 'document-not-pdf'

const TAIL = 1024 // readers look for the end of a PDF in so many last bytes

/** The first bytes of a PDF (ISO 32000-1 §7.5.2) and its last line (§7.5.5), without which it was cut off on the way. */
export function documentFault(content: Uint8Array): DocumentFault | undefined {
  if (content.length === 0) return 'document-empty'
  const begins = /^%PDF-\d\.\d/.test(latin(content.subarray(0, 8)))
  const ends = latin(content.subarray(-TAIL)).includes('%%EOF')
  return begins && ends ? undefined : 'document-not-pdf'
}

const NEWS_DAYS = 30

/** Whether the person is told that it came: not of the past, which a core may send by the million. */
export function isNews(
  application: { readonly receivedAt: Date; readonly closedAt: Date | undefined },
  now: Date,
): boolean {
  const last = application.closedAt ?? application.receivedAt
  return now.getTime() - last.getTime() <= NEWS_DAYS * 86_400_000
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}

export const CERTIFICATES_A_DAY = 20 // for one person: nobody needs more, and each is kept

/** Whether a certificate that was issued says what a new one would say, on the same day of the fund's clock. */
export function saysTheSame(issued: Certificate, asked: AskedCertificate): boolean {
  const what = ({ applicant, application, standing, deadline, language }: AskedCertificate) =>
    JSON.stringify([applicant, application, standing, deadline, language])
  const day = ({ asOf }: AskedCertificate) => almatyDate(new Date(asOf))
  return what(issued) === what(asked) && day(issued) === day(asked)
}

/** What is asked for, before it has a number. */
export type AskedCertificate = Omit<Certificate, 'number' | 'validUntil' | 'salt'>

/** Whether what a paper said still holds. What it did not know of is not asked. */
export function stillHolds(facts: PaperFacts, now: Application): boolean {
  const current: Readonly<Record<string, unknown>> = {
    ...(facts.paper === 'certificate' ? standingFacts(now) : wholeFacts(now)),
  }
  const told = facts.paper === 'certificate' ? facts.standing : facts.application
  return Object.entries(told).every(([name, value]) => JSON.stringify(current[name]) === JSON.stringify(value))
}

/** «Ү. А. Ү.»: enough to compare with a name one has before one's eyes, and too little to learn it. */
export function initialsOf({ surname, name, patronymic }: Applicant): string {
  const first = (word: string) => /\p{L}/u.exec(word.normalize('NFC'))?.[0]?.toLocaleUpperCase('kk')
  const letters = [surname, name, patronymic ?? ''].map(first).filter(letter => letter !== undefined)
  return letters.map(letter => `${letter}.`).join('\u00a0')
}
