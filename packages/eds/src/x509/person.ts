// Who a Kazakhstan certificate names. The authority's subject profile: IIN in serialNumber, BIN in OU, no first name.
import { type Name, valuesOf } from './name.ts'

export type Person = {
  readonly iin: string | undefined // ЖСН / ИИН, twelve digits
  readonly bin: string | undefined // БСН / БИН, twelve digits
  readonly commonName: string | undefined // "SURNAME NAME": the first name stands nowhere else
  readonly surname: string | undefined
  readonly patronymic: string | undefined // the authority puts it into givenName
}

const COMMON_NAME = '2.5.4.3'
const SURNAME = '2.5.4.4'
const SERIAL_NUMBER = '2.5.4.5'
const ORGANISATIONAL_UNIT = '2.5.4.11'
const GIVEN_NAME = '2.5.4.42'

/** A number that occurs with two different values, or misspelt beside, is nobody's: it is left out rather than chosen. */
export function readPerson(subject: Name): Person {
  const serialNumbers = valuesOf(subject, SERIAL_NUMBER)
  return {
    iin: theNumber('IIN', serialNumbers),
    bin: theNumber('BIN', [...valuesOf(subject, ORGANISATIONAL_UNIT), ...serialNumbers]),
    commonName: valuesOf(subject, COMMON_NAME)[0],
    surname: valuesOf(subject, SURNAME)[0],
    patronymic: valuesOf(subject, GIVEN_NAME)[0],
  }
}

function theNumber(prefix: 'IIN' | 'BIN', values: readonly string[]): string | undefined {
  const claims = values.filter(value => /^(IIN|BIN)\d/.test(value) && value.startsWith(prefix))
  const [only, ...others] = new Set(claims.map(claim => claim.slice(prefix.length)))
  return others.length === 0 && only && /^\d{12}$/.test(only) ? only : undefined
}
