// A person as the state database knows them: asked now, or its last answer when that is recent enough to be used.
import type { Lookup } from './gbdfl.ts'
import type { Iin } from './iin.ts'
import type { Person } from './person.ts'

export type PersonNeeds = {
  readonly ask: (iin: Iin) => Promise<Lookup>
  readonly find: (iin: Iin) => Promise<Person | undefined>
  readonly keep: (person: Person) => Promise<void>
  readonly now: () => Date
}

export type PersonAnswer =
  | { readonly kind: 'person'; readonly person: Person }
  | {
      readonly kind: 'refusal'
      readonly code: 'person-data-unavailable' | 'person-unknown' | 'person-not-capable'
    }

/** For signing in: the newest word; whoever is known to us comes in also while the state database is silent (S-12). */
export const personToSignIn =
  (needs: PersonNeeds) =>
  async (iin: Iin): Promise<PersonAnswer> => {
    const answer = await needs.ask(iin)
    if (answer.kind === 'person') await needs.keep(answer.person)
    const person = answer.kind === 'unavailable' ? await needs.find(iin) : undefined
    return judge(person ? { kind: 'person', person } : answer)
  }

/** For a statement: a record not older than `hours`. */
export const personForStatement =
  (needs: PersonNeeds, hours: number) =>
  async (iin: Iin): Promise<PersonAnswer> => {
    const known = await needs.find(iin)
    const fresh = known && needs.now().getTime() - known.asOf.getTime() <= hours * 3_600_000
    if (fresh) return judge({ kind: 'person', person: known })
    const answer = await needs.ask(iin)
    if (answer.kind === 'person') await needs.keep(answer.person)
    return judge(answer)
  }

function judge(answer: Lookup): PersonAnswer {
  if (answer.kind === 'unavailable') return { kind: 'refusal', code: 'person-data-unavailable' }
  if (answer.kind === 'unknown') return { kind: 'refusal', code: 'person-unknown' }
  if (answer.person.standing !== 'capable') return { kind: 'refusal', code: 'person-not-capable' }
  return answer
}
