// An account for a person of a demonstration or a test, by command: nothing is sent, nothing is verified. Real people register.
import { recordAct } from '../audit/act.ts'
import { parseIin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import type { Language } from '../web/language.ts'
import { makeAccount, setContact, setLanguage, setPassword } from './account-store.ts'
import { parseMail, parsePhone } from './contact.ts'
import { hashPassword } from './password.ts'
import { passwordFault } from './password-policy.ts'

export class AccountError extends Error {
  override readonly name = 'AccountError'
}

export type DemoAccount = {
  readonly mode: 'production' | 'demo' | 'test'
  readonly iin: string
  readonly mail: string
  readonly phone: string
  readonly language: Language
  readonly password: string
  readonly now: Date
}

/** Makes it, or brings the one that is there to the same state. Throws AccountError, a sentence for whoever runs the command. */
export async function addAccount(sql: Sql, wanted: DemoAccount): Promise<void> {
  const { iin, contacts } = read(wanted)
  const { language, now, password } = wanted
  const fault = passwordFault(password, { iin, names: [], contacts })
  if (fault) throw new AccountError(`the password cannot be used: ${fault}`)
  const passwordHash = await hashPassword(password)
  await sql.begin(async tx => {
    if ((await makeAccount(tx)({ iin, language, contacts, passwordHash, now })) === 'exists') {
      await setPassword(tx)(iin, passwordHash, now)
      await setContact(tx)(iin, 'mail', contacts.mail, now)
      await setContact(tx)(iin, 'sms', contacts.phone, now)
      await setLanguage(tx)(iin, language)
    }
    await recordAct(tx, { at: now, act: 'account-added', actor: { kind: 'system' }, iin, outcome: 'done' })
  })
}

function read({ mode, iin, mail, phone }: DemoAccount) {
  if (mode === 'production') throw new AccountError('MODE: in production people register themselves')
  const known = parseIin(iin)
  const contacts = { mail: parseMail(mail), phone: parsePhone(phone) }
  if (!known) throw new AccountError('--iin: twelve digits')
  if (!contacts.mail) throw new AccountError('--mail: a mail address')
  if (!contacts.phone) throw new AccountError('--phone: a mobile number of Kazakhstan')
  return { iin: known, contacts: { mail: contacts.mail, phone: contacts.phone } }
}
