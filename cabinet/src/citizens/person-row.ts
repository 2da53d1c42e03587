// A row of the table `person`, and what it means.
import type { Iin } from './iin.ts'
import type { Person } from './person.ts'

export type PersonRow = {
  readonly iin: string
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
  readonly birth_date: string
  readonly sic: string | null
  readonly standing: Person['standing']
  readonly as_of: Date
}

export function toPerson(row: PersonRow): Person {
  return {
    iin: row.iin as Iin, // the column's domain admits nothing else
    surname: row.surname,
    name: row.name,
    patronymic: row.patronymic ?? undefined,
    birthDate: row.birth_date,
    sic: row.sic ?? undefined,
    standing: row.standing,
    asOf: row.as_of,
  }
}
