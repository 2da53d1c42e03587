// E-mail addresses in certificates. RFC 5280 §4.2.1.6: Local-part@Domain of RFC 2821 §4.1.2, compared by §7.5.
import { isHostName } from './dns-name.ts'

export type Mailbox = { readonly local: string; readonly host: string }

/** The two sides of the one `@`, or undefined. A quoted local part is not read: nobody's rules are safe on it. */
export function parseMailbox(text: string): Mailbox | undefined {
  const [local = '', host = '', ...surplus] = text.split('@')
  return surplus.length === 0 && LOCAL.test(local) && isHostName(host) ? { local, host } : undefined
}

/** §7.5: the local part octet for octet, the host whatever its case. */
export function sameMailbox(a: Mailbox, b: Mailbox): boolean {
  return a.local === b.local && a.host.toLowerCase() === b.host.toLowerCase()
}

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/ // atext and dots, RFC 2821 §4.1.2; 64 by §4.5.3.1
