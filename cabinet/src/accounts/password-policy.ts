// May this be a password? The rules with what guessers know.
import { isCommonPassword } from './common-password.ts'
import { type About, decidePassword, type PasswordFault } from './decide.ts'

/** Undefined: it may. Some milliseconds of work. */
export function passwordFault(text: string, about: About): PasswordFault | undefined {
  return decidePassword(text, about, isCommonPassword)
}
