// Who did what: a line that is added in the same transaction as the act, and that the service cannot change.
import type { Sql, Tx } from '../database/sql.ts'

export type Act = {
  readonly at: Date
  readonly act:
    | 'core-call'
    | 'core-contradiction' // an alarm: the core says what cannot be
    | 'application-received' // from the core
    | 'application-changed'
    | 'status-reported' // by the core: how it ended
    | 'document-received' // from the core; outcome: which, and its version
    | 'certificate-issued' // of the status of an application
    | 'paper-checked' // by its code, on the public page
    | 'withdrawal-checked' // by its number and code, on the public page
    | 'claimed'
    | 'claim-released'
    | 'signed-in'
    | 'sign-in-refused'
    | 'signed-out'
    | 'account-added' // of a demonstration, by command
    | 'signed-out-everywhere'
    | 'session-ended' // by the person, from another one
    | 'device-forgotten'
    | 'identification-refused' // to register or recover
    | 'registered'
    | 'recovery-asked' // by codes, whoever asks
    | 'recovery-refused'
    | 'password-recovered'
    | 'password-changed'
    | 'password-refused' // asked again before a change
    | 'contact-changed'
    | 'language-changed' // of what is sent; outcome: which
    | 'choices-changed' // of what is sent, a line for each; outcome: '-executed.sms'
    | 'alarm-raised' // by whoever had the code of an alert; outcome: of which
    | 'alarm-lifted' // outcome: the way of signing in
    | 'draft-made'
    | 'withdrawal-signed'
    | 'withdrawal-held' // cannot be checked just now
    | 'withdrawn'
    | 'withdrawal-rejected'
    | 'qr-signed' // with eGov Mobile; the outcome says for what
    | 'qr-declined'
    | 'qr-refused'
    | 'qr-document-given' // a statement, to whoever scanned its code
    | 'message-sent' // to a contact of theirs; outcome: the channel
    | 'message-given-up'
    | 'proof-sent' // of a withdrawal, by mail, as the person chose; outcome: its number
    | 'calendar-imported' // outcome: the version, who imported it, who approved it
    | 'maintenance-planned' // outcome: its number, what stands still
    | 'maintenance-cancelled'
    | 'evidence-erased' // on demand of the law; outcome: who did it, who approved it
    | 'evidence-key-destroyed' // beside it; outcome: the id of the key, which alone may be missing
    | 'deadline-moved' // by a newer calendar; outcome: from, to, version
  readonly actor: { readonly kind: 'person' | 'system' | 'anybody' } | { readonly kind: 'core'; readonly key: string }
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
