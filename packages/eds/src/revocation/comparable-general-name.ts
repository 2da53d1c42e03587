// General names as texts that two of them share exactly when they match. RFC 5280 §4.2.1.6, §7.1.
import type { GeneralName } from '../x509/general-name.ts'
import type { Name } from '../x509/name.ts'

/** An URL matches octet for octet, a distinguished name by §7.1; what is neither never stands where names are compared. */
export function comparableName(name: GeneralName): string {
  if (name.form === 'directoryName') return comparableDirectoryName(name.name.comparable)
  if ('text' in name) return `${name.form} ${name.text}`
  return `${name.form} ${Buffer.from('octets' in name ? name.octets : name.encoded).toString('hex')}`
}

/** A distinguished name by its comparable relative names. */
export function comparableDirectoryName(comparable: Name['comparable']): string {
  return `directoryName ${JSON.stringify(comparable)}`
}
