// A person changes what they are told by mail and SMS. What is switched off is told once more, by every way they have: whoever
// does it in their name cannot do it unheard.
import { recordAct } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import { type BarsChange, CHANGES_STOPPED } from '../shield/bar-changes.ts'
import type { SignedIn } from '../shield/decide.ts'
import { type Choices, changed, silenced, verifiedChannels, without } from './choices.ts'
import { holdStanding, keepChoices, momentsOfSwitchingOff } from './choices-store.ts'
import type { Event } from './event.ts'
import { tell } from './tell.ts'

type Needs = { readonly sql: Sql; readonly barsChange: BarsChange; readonly now: () => Date }

/** `shown`: what the form showed, so that nothing is undone that another window changed meanwhile. */
export type Choosing = {
  readonly iin: Iin
  readonly session: SignedIn
  readonly shown: Choices
  readonly ticked: Choices
}

export type ChooseOutcome =
  | { readonly kind: 'saved'; readonly isOff: boolean } // isOff: something was switched off
  | { readonly kind: 'silenced'; readonly event: Event } // it must reach the person, and no longer would
  | { readonly kind: 'too-often'; readonly again: Date } // each time is told by every way there is
  | { readonly kind: 'no-contacts' }
  | typeof CHANGES_STOPPED // by an alarm

const HOUR = 60 * 60_000
const AN_HOUR = 10 // times that something may be switched off

export const choose =
  ({ sql, barsChange, now }: Needs) =>
  ({ iin, session, shown, ticked }: Choosing): Promise<ChooseOutcome> =>
    sql.begin(async tx => {
      await holdPerson(tx, iin)
      if (await barsChange(tx)(iin, session)) return CHANGES_STOPPED
      const stands = await holdStanding(tx, iin)
      const verified = stands ? verifiedChannels(stands.contacts) : []
      if (!stands || verified.length === 0) return { kind: 'no-contacts' }
      const { choices, contacts } = stands
      const wanted = changed(choices, shown, ticked)
      const [silent] = silenced(wanted, verified)
      if (silent) return { kind: 'silenced', event: silent }
      const off = without(choices, wanted)
      const on = without(wanted, choices)
      if (off.length + on.length === 0) return { kind: 'saved', isOff: false }
      const at = now()
      const again =
        off.length > 0 ? mayAgainAt(await momentsOfSwitchingOff(tx, iin, new Date(at.getTime() - HOUR))) : undefined
      if (again) return { kind: 'too-often', again }
      if (off.length > 0) await tell(tx)(iin, { kind: 'choices-changed', off: [...off] }, at, contacts)
      await keepChoices(tx, iin, wanted)
      for (const outcome of [...off.map(choice => `-${choice}`), ...on.map(choice => `+${choice}`)])
        await recordAct(tx, { at, act: 'choices-changed', actor: { kind: 'person' }, iin, outcome })
      return { kind: 'saved', isOff: off.length > 0 }
    })

/** Undefined: at once. Moments of the last hour, the newest first. */
function mayAgainAt(moments: readonly Date[]): Date | undefined {
  const oldest = moments[AN_HOUR - 1]
  return oldest && new Date(oldest.getTime() + HOUR)
}
