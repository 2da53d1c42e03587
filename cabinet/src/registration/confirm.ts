// «Бұл мен»: the name that the state database tells is theirs.
import type { Iin } from '../citizens/iin.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import type { Sql } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import { changeRegistration, findRegistration, holdRegistration } from './store.ts'

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly person: (iin: Iin) => Promise<PersonAnswer>
  readonly isRegistered: (iin: Iin) => Promise<boolean>
  readonly now: () => Date
}

/** Asked again here: between the page and the button a day may pass, and somebody else may be quicker. */
export const confirm =
  ({ sql, hash, person, isRegistered, now }: Needs) =>
  async (starter: string): Promise<Outcome> => {
    const found = await findRegistration(sql, hash)(starter, now())
    if (!found) return OVER
    const answer = await person(found.iin)
    if (answer.kind === 'refusal') return answer
    if (!found.done && (await isRegistered(found.iin))) return { kind: 'refusal', code: 'already-registered' }
    return sql.begin(async tx => {
      const held = await holdRegistration(tx, hash)(starter, now())
      if (!held) return OVER
      if (held.confirmed) return at(held)
      await changeRegistration(tx, hash)(starter, { confirmed_at: now() })
      return at({ ...held, confirmed: true })
    })
  }
