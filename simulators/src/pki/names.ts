// Distinguished names as the national authority writes them (X.501 Name): UTF8String, the country PrintableString.
import { oid, printableString, sequence, setOf, utf8String } from '@otinish/eds/der/write'

const COMMON_NAME = '2.5.4.3'
const SURNAME = '2.5.4.4'
const SERIAL_NUMBER = '2.5.4.5'
const COUNTRY = '2.5.4.6'
const ORGANISATION = '2.5.4.10'
const ORGANISATIONAL_UNIT = '2.5.4.11'
const GIVEN_NAME = '2.5.4.42' // holds the patronymic

export type Holder = {
  readonly iin: string
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
  readonly organisation?: { readonly name: string; readonly bin: string }
}

/** The name of a person, in the order of the certificates of 2024 to 2026. */
export function personName(holder: Holder): Uint8Array {
  const { organisation, patronymic } = holder
  return sequence(
    text(COMMON_NAME, `${holder.surname} ${holder.name}`),
    text(SURNAME, holder.surname),
    rdn(SERIAL_NUMBER, printableString(`IIN${holder.iin}`)),
    rdn(COUNTRY, printableString('KZ')),
    ...(organisation ? [text(ORGANISATION, organisation.name)] : []),
    ...(organisation ? [text(ORGANISATIONAL_UNIT, `BIN${organisation.bin}`)] : []),
    ...(patronymic === null ? [] : [text(GIVEN_NAME, patronymic)]),
  )
}

/** The name of an organisation that is nobody's: for its seal. */
export function organisationName({ name, bin }: { readonly name: string; readonly bin: string }): Uint8Array {
  return sequence(
    text(COMMON_NAME, name),
    rdn(COUNTRY, printableString('KZ')),
    text(ORGANISATION, name),
    text(ORGANISATIONAL_UNIT, `BIN${bin}`),
  )
}

/** The name of an authority. */
export function authorityName(commonName: string): Uint8Array {
  return sequence(text(COMMON_NAME, commonName), rdn(COUNTRY, printableString('KZ')))
}

/** The name of a responder or a time-stamping authority: with the organisation that runs it. */
export function serviceName(commonName: string): Uint8Array {
  return sequence(
    text(COMMON_NAME, commonName),
    rdn(COUNTRY, printableString('KZ')),
    text(ORGANISATION, 'OTINISH ТЕСТ КУӘЛАНДЫРУШЫ ОРТАЛЫҚ'),
  )
}

function text(type: string, value: string): Uint8Array {
  return rdn(type, utf8String(value))
}

function rdn(type: string, value: Uint8Array): Uint8Array {
  return setOf(sequence(oid(type), value))
}
