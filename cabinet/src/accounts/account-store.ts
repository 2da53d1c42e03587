// Accounts in the database. A password's hash leaves it for the check alone.
import type { Iin } from '../citizens/iin.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { Language } from '../web/language.ts'
import type { Account } from './account.ts'
import type { Channel, Contacts } from './contact.ts'

type AccountRow = {
  readonly iin: Iin
  readonly language: Language
  readonly mail: string | null
  readonly phone: string | null
  readonly has_password: boolean
}

export const findAccount =
  (sql: Sql | Tx) =>
  async (iin: Iin): Promise<Account | undefined> => {
    const [row] = await sql<AccountRow[]>`
      select iin, language, mail, phone, password_hash is not null as has_password from account where iin = ${iin}`
    if (!row) return undefined
    const contacts = { mail: row.mail ?? undefined, phone: row.phone ?? undefined }
    return { iin: row.iin, language: row.language, contacts, hasPassword: row.has_password }
  }

export type NewAccount = {
  readonly iin: Iin
  readonly language: Language
  readonly contacts: Contacts // each was verified
  readonly passwordHash: string | undefined
  readonly now: Date
}

/** Made once: whoever comes second, at the same moment too, is told that it exists, and nothing is changed. */
export const makeAccount =
  (tx: Sql | Tx) =>
  async ({ iin, language, contacts, passwordHash, now }: NewAccount): Promise<'made' | 'exists'> => {
    const since = (kept: string | undefined) => (kept === undefined ? null : now)
    const made = await tx`
      insert into account
        (iin, language, mail, mail_since, phone, phone_since, password_hash, password_since, made_at)
      values (${iin}, ${language}, ${contacts.mail ?? null}, ${since(contacts.mail)}, ${contacts.phone ?? null},
        ${since(contacts.phone)}, ${passwordHash ?? null}, ${since(passwordHash)}, ${now})
      on conflict (iin) do nothing returning iin`
    return made.length === 1 ? 'made' : 'exists'
  }

/** Answers whether there is such an account. */
export const setPassword =
  (tx: Sql | Tx) =>
  async (iin: Iin, hash: string, at: Date): Promise<boolean> => {
    const set = await tx`
      update account set password_hash = ${hash}, password_since = ${at} where iin = ${iin} returning iin`
    return set.length === 1
  }

/** `address` has just been verified. */
export const setContact =
  (tx: Sql | Tx) =>
  async (iin: Iin, channel: Channel, address: string, at: Date): Promise<boolean> => {
    const change = channel === 'mail' ? { mail: address, mail_since: at } : { phone: address, phone_since: at }
    const set = await tx`update account set ${tx(change)} where iin = ${iin} returning iin`
    return set.length === 1
  }

/** Answers whether it was another one before. */
export const setLanguage =
  (tx: Sql | Tx) =>
  async (iin: Iin, language: Language): Promise<boolean> => {
    const set = await tx`
      update account set language = ${language} where iin = ${iin} and language <> ${language} returning iin`
    return set.length === 1
  }

export const findPasswordHash =
  (sql: Sql) =>
  async (iin: Iin): Promise<string | undefined> => {
    const [row] = await sql<{ password_hash: string | null }[]>`select password_hash from account where iin = ${iin}`
    return row?.password_hash ?? undefined
  }

/** Answers in a later transaction whether the password is still the one of now. */
export const passwordOf = (sql: Sql) => async (iin: Iin) => {
  const since = await passwordSince(sql, iin)
  return async (tx: Tx): Promise<boolean> => (await passwordSince(tx, iin)) === since
}

async function passwordSince(sql: Sql | Tx, iin: Iin): Promise<number | undefined> {
  const [row] = await sql<{ password_since: Date | null }[]>`select password_since from account where iin = ${iin}`
  return row?.password_since?.getTime()
}

/** The same password under newer parameters; a password that was changed meanwhile stays. */
export const replaceHash =
  (sql: Sql) =>
  async (iin: Iin, old: string, renewed: string): Promise<void> => {
    await sql`update account set password_hash = ${renewed} where iin = ${iin} and password_hash = ${old}`
  }
