// Who did what: a line that is added in the same transaction as the act, and that the service cannot change.
import type { Sql, Tx } from '../database/sql.ts'

export type Act = {
  readonly at: Date
  readonly act:
    | 'core-call'
    | 'core-contradiction' // an alarm: the core says what cannot be
    | 'claimed'
    | 'claim-released'
    | 'signed-in'
    | 'sign-in-refused'
    | 'signed-out'
    | 'draft-made'
    | 'withdrawal-signed'
    | 'withdrawal-held' // cannot be checked just now
    | 'withdrawn'
    | 'withdrawal-rejected'
  readonly actor: { readonly kind: 'person' | 'system' } | { readonly kind: 'core'; readonly key: string }
  readonly iin?: string | undefined
  readonly application?: string | undefined
  readonly outcome: string
  readonly request?: string | undefined
}

/** Adds the line. */
export async function recordAct(sql: Sql | Tx, act: Act): Promise<void> {
  await sql`
    insert into audit_event (at, act, actor_kind, actor, iin, application, outcome, request)
    values (${act.at}, ${act.act}, ${act.actor.kind}, ${act.actor.kind === 'core' ? act.actor.key : null},
      ${act.iin ?? null}, ${act.application ?? null}, ${act.outcome}, ${act.request ?? null})`
}
