// What a person chose, in the database.
import type { Contacts } from '../accounts/contact.ts'
import type { Sql, Tx } from '../database/sql.ts'
import { type Choices, readChoices, type StoredChoices, toStored } from './choices.ts'

export type Standing = { readonly choices: Choices; readonly contacts: Contacts }

type Row = { readonly choices: StoredChoices; readonly mail: string | null; readonly phone: string | null }

/** Undefined: there is no account, and so nowhere to send anything. */
export const findStanding =
  (sql: Sql) =>
  async (iin: string): Promise<Standing | undefined> => {
    const [row] = await sql<Row[]>`select choices, mail, phone from account where iin = ${iin}`
    return row && toStanding(row)
  }

/** The same, held until the end of the transaction: of two windows one waits for the other. */
export async function holdStanding(tx: Tx, iin: string): Promise<Standing | undefined> {
  const [row] = await tx<Row[]>`select choices, mail, phone from account where iin = ${iin} for update`
  return row && toStanding(row)
}

export async function keepChoices(tx: Tx, iin: string, choices: Choices): Promise<void> {
  await tx`update account set choices = ${tx.json(toStored(choices))} where iin = ${iin}`
}

/** When something was switched off since then, the newest first: of one saving there is one moment. */
export async function momentsOfSwitchingOff(tx: Tx, iin: string, since: Date): Promise<Date[]> {
  const rows = await tx<{ at: Date }[]>`
    select distinct at from audit_event
     where iin = ${iin} and act = 'choices-changed' and outcome like '-%' and at > ${since} order by at desc`
  return rows.map(({ at }) => at)
}

function toStanding({ choices, mail, phone }: Row): Standing {
  return { choices: readChoices(choices), contacts: { mail: mail ?? undefined, phone: phone ?? undefined } }
}
