// Which pages the help has, in which order, of which version, and when each was last changed (memo item S-02).
import type { HelpText } from './content.ts'

/** The chapters of the memo, in the order of reading. */
export const CHAPTERS = [
  'service',
  'sign-in',
  'applications',
  'statuses',
  'terms',
  'withdraw',
  'ncalayer',
  'egov-mobile',
  'documents',
  'messages',
  'not-you',
  'contacts',
] as const

export type ChapterId = (typeof CHAPTERS)[number]
export type PageId = ChapterId | 'easy' | 'accessibility'

/** A change of the words changes the day of their page; a change of what the service promises, the version too. */
export const VERSION = { number: '2026-1', year: 2026 } as const

export const CHANGED_ON: Readonly<Record<PageId, string>> = {
  service: '2026-11-29',
  'sign-in': '2026-11-29',
  applications: '2026-11-29',
  statuses: '2026-11-29',
  terms: '2026-11-29',
  withdraw: '2026-11-29',
  ncalayer: '2026-11-29',
  'egov-mobile': '2026-11-29',
  documents: '2026-11-29',
  messages: '2026-11-29',
  'not-you': '2026-11-29',
  contacts: '2026-11-29',
  easy: '2026-11-29',
  accessibility: '2026-11-29',
}

/** Everything that the help says in one language. */
export type Memo = Readonly<Record<PageId, HelpText>>

export function isChapter(id: string): id is ChapterId {
  return (CHAPTERS as readonly string[]).includes(id)
}
