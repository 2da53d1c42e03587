// The code at the end of an alert's address: 100 bits, which follow from the message and the service's key. What is kept is its
// keyed hash, by which an alert is found.
import type { KeyedHash } from '../sessions/keyed-hash.ts'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz' // of Crockford's base 32: nothing that is read as something else
const LENGTH = 20
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`)

/** The same however often the message is sent. */
export function alertCodeOf(message: string, hash: KeyedHash): string {
  const bytes = hash.one(`alert:${message}`)
  return Array.from(bytes.subarray(0, LENGTH), byte => LETTERS[byte % 32]).join('')
}

/** A code as it was made, also when somebody copied it by hand from a small screen; undefined for anything else. */
export function parseAlertCode(text: string): string | undefined {
  if (text.length !== LENGTH) return undefined
  const code = text.toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1')
  return CODE.test(code) ? code : undefined
}

/** What is kept of a code, under the newest key; and under every key that is still accepted. */
export function kept(code: string, hash: KeyedHash): { readonly one: Buffer; readonly all: Buffer[] } {
  const secret = `alert-code:${code}`
  return { one: hash.one(secret), all: hash.all(secret) }
}
