// Whoever has signed in, as the JSON of each way in tells it.
import { z } from '@hono/zod-openapi'
import type { Person } from '../citizens/person.ts'
import { IsoDate } from '../web/schemas.ts'

export const PersonAnswer = z
  .object({
    iin: z.string(),
    surname: z.string(),
    name: z.string(),
    patronymic: z.string().nullable(),
    birthDate: IsoDate,
  })
  .openapi('Person')

export function told({ iin, surname, name, patronymic, birthDate }: Person) {
  return { iin, surname, name, patronymic: patronymic ?? null, birthDate }
}
