// Host names in certificates. RFC 5280 §4.2.1.6: RFC 1034 §3.5 "preferred name syntax", as modified by RFC 1123 §2.1.

/** Letters, digits and hyphens, and a last label that is no number: then it would be an address (RFC 1123 §2.1). */
export function isHostName(text: string): boolean {
  return text.length <= MAX_LENGTH && PREFERRED.test(text) && !/(^|\.)\d+$/.test(text)
}

/** A host name, or one with a whole first label for a wildcard, as RFC 9525 §6.3 reads it; never a wildcard alone. */
export function isHostPattern(text: string): boolean {
  return isHostName(withoutWildcard(text))
}

/** The labels after `*.`, or all of them. */
export function withoutWildcard(text: string): string {
  return text.startsWith('*.') ? text.slice(2) : text
}

/** Whether `name` is `domain` or has labels before it; case means nothing (§7.2). The empty domain is everybody's. */
export function isInDomain(name: string, domain: string): boolean {
  const [lower, above] = [name.toLowerCase(), domain.toLowerCase()]
  return above === '' || lower === above || lower.endsWith(`.${above}`)
}

const MAX_LENGTH = 253 // RFC 1035 §2.3.4: 255 octets as they travel
const LABEL = '[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?' // at most 63
const PREFERRED = new RegExp(`^${LABEL}(\\.${LABEL})*$`)
