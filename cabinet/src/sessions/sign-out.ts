// Signing out: the session ends here, whatever cookies a browser keeps.
import type { Act } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'

type Needs = {
  readonly endSession: (secret: string) => Promise<Iin | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

/** Signing out twice, or without a session, is no mistake. */
export const signOut =
  (needs: Needs) =>
  async (secret: string | undefined): Promise<void> => {
    const iin = secret === undefined ? undefined : await needs.endSession(secret)
    if (!iin) return
    await needs.record({ at: needs.now(), act: 'signed-out', actor: { kind: 'person' }, iin, outcome: 'done' })
  }
