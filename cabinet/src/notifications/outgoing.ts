// What goes out to a person, and what came of it.
import type { Language } from '../web/language.ts'

/** `id` stays the same however often it is sent, so that whoever gets it twice can tell. */
export type Letter = {
  readonly id: string
  readonly to: string
  readonly language: Language
  readonly subject: string
  readonly text: string
  readonly attachments?: readonly Attachment[]
}

export type Attachment = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array }

export type ShortText = { readonly id: string; readonly to: string; readonly text: string }

export type SendOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly why: Refused } // for good: trying again mends nothing
  | { readonly kind: 'silent'; readonly why: Silent } // not now

export type Refused = 'address-unusable' | 'address-refused' | 'message-refused'

export type Silent =
  | 'unreachable' // no connection, or it broke
  | 'timeout'
  | 'server-error' // the other side says: later
  | 'not-let-in' // it does not accept us: a matter of settings, and nothing is wrong with the address
  | 'left-alone' // it was silent so often that it is not asked for a while

/** Thrown inside a client only; whoever sends gets a value. What the other side said is left out: it repeats addresses. */
export class NotSentError extends Error {
  override readonly name = 'NotSentError'
  readonly why: Exclude<Silent, 'left-alone'>

  constructor(why: Exclude<Silent, 'left-alone'>) {
    super(why)
    this.why = why
  }
}
