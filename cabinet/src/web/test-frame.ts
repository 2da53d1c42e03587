// What pages are told about a request, for tests of pages as functions.
import type { Language } from './language.ts'
import { messagesFor } from './messages/for.ts'
import type { Frame } from './page.tsx'

export const aFrame = (language: Language, over: Partial<Frame> = {}): Frame => ({
  language,
  t: messagesFor(language),
  assets: { url: name => `/assets/${name}` },
  site: 'https://cabinet.example',
  address: '/applications',
  who: 'Әбілқасымұлы Ғұмар',
  visit: { key: '5f2b1c1e-0000-4000-8000-000000000001', left: 900, isLast: false, unread: 0, alarmed: false },
  announcements: [],
  ended: undefined,
  ...over,
})

/** The text of a page without its tags, as a reader meets it. */
export function readable(html: string): string {
  return html
    .replace(/<(script|template|style)[\s>].*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
}
