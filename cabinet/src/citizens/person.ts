// Who a citizen is, as the state database of physical persons (ЖТ МДҚ / ГБД ФЛ) says (memo items S-13, S-84).
import type { Iin } from './iin.ts'

export type Person = {
  readonly iin: Iin
  readonly surname: string
  readonly name: string
  readonly patronymic: string | undefined
  readonly birthDate: string // ISO date
  readonly sic: string | undefined // ӘЖК / СИК, the identifier before the IIN, when known
  readonly standing: 'capable' | 'incapable' | 'deceased'
  readonly asOf: Date // when the state database said so
}
