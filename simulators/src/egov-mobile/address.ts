// Addresses that the app goes to: https on a domain of its list, and nothing else. Origins are listed only for tests.
import type { Place } from './violation.ts'

/** The absolute address, if the list allows it: `cabinet.example.kz` means https on port 443, `http://127.0.0.1:8080` itself. */
export function addressOf(place: Place, text: string, domains: readonly string[]): URL | undefined {
  const rules = place.under('1.1')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:\/\//i.test(text)) return rules.note('is not an absolute http address')
  if (/\s/.test(text)) return rules.note('has a space in it')
  if (url.username || url.password || url.hash) return rules.note('has a name, a password or a fragment in it')
  if (domains.includes(url.origin)) return url
  if (url.protocol !== 'https:') return rules.note('is not https')
  if (url.port !== '') return rules.note(`is on port ${url.port}, not 443`)
  return domains.includes(url.hostname) ? url : rules.note(`the domain ${url.hostname} is not on the app's list`)
}
