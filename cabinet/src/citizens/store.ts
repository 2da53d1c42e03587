// What the state database last said of a person.
import type { Sql } from '../database/sql.ts'
import type { Iin } from './iin.ts'
import type { Person } from './person.ts'
import { type PersonRow, toPerson } from './person-row.ts'

export const findPerson =
  (sql: Sql) =>
  async (iin: Iin): Promise<Person | undefined> => {
    const [row] = await sql<PersonRow[]>`select * from person where iin = ${iin}`
    return row && toPerson(row)
  }

/** A later record replaces an earlier one, never the other way round. */
export const keepPerson =
  (sql: Sql) =>
  async (person: Person): Promise<void> => {
    await sql`
      insert into person (iin, surname, name, patronymic, birth_date, sic, standing, as_of)
      values (${person.iin}, ${person.surname}, ${person.name}, ${person.patronymic ?? null}, ${person.birthDate},
        ${person.sic ?? null}, ${person.standing}, ${person.asOf})
      on conflict (iin) do update
        set surname = excluded.surname, name = excluded.name, patronymic = excluded.patronymic,
            birth_date = excluded.birth_date, sic = excluded.sic, standing = excluded.standing, as_of = excluded.as_of
      where person.as_of <= excluded.as_of`
  }
