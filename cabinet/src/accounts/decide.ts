// The rules of passwords and of guessing, whole and alone.
import type { Contacts } from './contact.ts'
import { skeleton } from './spelling.ts'

const MIN_CHARACTERS = 12 // as people count them
const MAX_CODE_POINTS = 128

export type PasswordFault = 'password-short' | 'password-long' | 'password-common' | 'password-personal'

/** Whose password it is to be: what others know of them is no secret. */
export type About = { readonly iin: string; readonly names: readonly string[]; readonly contacts: Contacts }

/** Any characters, no composition rules (ASVS 6.2.5); `isCommon` knows what guessers try first (6.2.4, 6.2.11, 6.2.12). */
export function decidePassword(
  text: string,
  about: About,
  isCommon: (text: string) => boolean,
): PasswordFault | undefined {
  if (countCharacters(text, MIN_CHARACTERS) < MIN_CHARACTERS) return 'password-short'
  if (text.length > 2 * MAX_CODE_POINTS || [...text].length > MAX_CODE_POINTS) return 'password-long'
  if (isPersonal(text, about)) return 'password-personal'
  return isCommon(text) ? 'password-common' : undefined
}

const CHARACTERS = new Intl.Segmenter('kk', { granularity: 'grapheme' })

/** Letters with their marks, and emoji with all their parts, are one each; counted no further than needed. */
function countCharacters(text: string, enough: number): number {
  let count = 0
  for (const _ of CHARACTERS.segment(text)) if (++count >= enough) break
  return count
}

const SHORT_NAME = 3 // names of so few letters occur inside of other words: they count as words of their own only

function isPersonal(text: string, { iin, names, contacts: { mail, phone } }: About): boolean {
  const typed = skeleton(text)
  const words = typed.split(/[^\p{L}\p{N}]+/u)
  const digits = text.replace(/\D/g, '')
  const mailbox = mail?.slice(0, mail.lastIndexOf('@')) ?? ''
  const known = [...names, mailbox].map(skeleton).filter(name => name !== '')
  const numbers = [iin, ...(phone === undefined ? [] : [phone.slice(-7)])]
  const hasName = known.some(name => (name.length > SHORT_NAME ? typed.includes(name) : words.includes(name)))
  return hasName || numbers.some(number => digits.includes(number))
}
