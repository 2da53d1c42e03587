// An account: what a citizen has here beside what the state database says of them.
import type { Iin } from '../citizens/iin.ts'
import type { Language } from '../web/language.ts'
import type { Contacts } from './contact.ts'

export type Account = {
  readonly iin: Iin
  readonly language: Language // of the messages to them
  readonly contacts: Contacts
  readonly hasPassword: boolean
}
