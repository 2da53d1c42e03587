// The address in a letter or an SMS: it names one message to its person, and nothing to anybody else.
import { randomBytes } from 'node:crypto'
import type { Language } from '../web/language.ts'

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz' // of Crockford's base 32: nothing that is read as something else
const LENGTH = 13 // 65 random bits
const CODE = new RegExp(`^[${LETTERS}]{${LENGTH}}$`)

export function makeCode(): string {
  return Array.from(randomBytes(LENGTH), byte => LETTERS[byte % 32]).join('')
}

/** A code as it is kept, also when somebody copied it by hand from a small screen; undefined for anything else. */
export function parseCode(text: string): string | undefined {
  if (text.length !== LENGTH) return undefined
  const code = text.toLowerCase().replace(/o/g, '0').replace(/[il]/g, '1')
  return CODE.test(code) ? code : undefined
}

/** Where one says that it was somebody else; it needs no session. */
export function alertLink(publicUrl: string, language: Language, code: string): string {
  return `${new URL(publicUrl).origin}/${language}/n/${code}`
}

export function shortLink(publicUrl: string, language: Language, code: string): string {
  return `${new URL(publicUrl).origin}/${language}/m/${code}`
}
