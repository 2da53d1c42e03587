// An alert that waits for «бұл мен емес», and the alarm that follows.
import type { Iin } from '../citizens/iin.ts'
import type { ApplicationNotice } from '../notifications/notice.ts'

/** What the person was told of, and when. */
export type Alert = {
  readonly iin: Iin
  readonly notice: ApplicationNotice
  readonly at: Date
}

/** Whoever uses a code that was never made, has run out or was used before: the same answer. */
export type NoAlert =
  | { readonly kind: 'refusal'; readonly code: 'alert-unknown' }
  | { readonly kind: 'refusal'; readonly code: 'too-many-requests'; readonly again: Date }

export const UNKNOWN: NoAlert = { kind: 'refusal', code: 'alert-unknown' }

export type Attempt = (
  address: string,
) => Promise<{ readonly allowed: true } | { readonly allowed: false; readonly again: Date }>
