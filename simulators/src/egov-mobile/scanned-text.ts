// The text of a QR, or the link that opens the app on the same phone: where API №1 is.
import { addressOf } from './address.ts'
import type { Place } from './violation.ts'

export type Scanned = {
  readonly operation: URL // API №1
  readonly by: 'qr' | 'link'
}

const PREFIX = 'mobileSign:'
const LAUNCHER = 'm.egov.kz'

/** Notes what is wrong and answers undefined. */
export function readScannedText(place: Place, text: string, domains: readonly string[]): Scanned | undefined {
  const isLink = /^https?:\/\/[^/?#]*(egov\.kz|page\.link)\//i.test(text) && !text.startsWith(PREFIX)
  const inner = isLink ? innerLink(place.under('1.2'), text) : afterPrefix(place, text)
  const operation = inner === undefined ? undefined : addressOf(place, inner, domains)
  if (!operation) return undefined
  if (!`${operation.pathname}${operation.search}`.includes('mgovSign'))
    return place.note('mgovSign is not in the address')
  return { operation, by: isLink ? 'link' : 'qr' }
}

function afterPrefix(place: Place, text: string): string | undefined {
  return text.startsWith(PREFIX) ? text.slice(PREFIX.length) : place.note(`does not begin with ${PREFIX}`)
}

function innerLink(place: Place, text: string): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url) return place.note('is not an address')
  if (url.hostname.endsWith('.page.link')) return place.note('Firebase Dynamic Links have ended')
  if (url.origin !== `https://${LAUNCHER}`) return place.note(`is not https://${LAUNCHER}`)
  if (/^\/businessSign\/?$/.test(url.pathname)) return place.note('is a link of another app, eGov Business')
  if (!/^\/mobileSign\/?$/.test(url.pathname)) return place.note('is not /mobileSign/')
  const raw = /[?&]link=([^&]*)/.exec(url.search)?.[1]
  if (raw === undefined) return place.note('has no link')
  const inner = url.searchParams.get('link') ?? ''
  const isEncoded = raw.toUpperCase() === encodeURIComponent(inner).toUpperCase()
  return isEncoded ? inner : place.at('link').note('is not encoded as a whole')
}
