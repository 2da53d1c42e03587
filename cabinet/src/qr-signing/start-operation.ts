// Signing with eGov Mobile begins: a code for this browser, with all that the phone will be given.
import { randomBytes, randomInt } from 'node:crypto'
import type { Iin } from '../citizens/iin.ts'
import { makeSecret } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'
import type { Purposes } from './purpose.ts'
import type { NewOperation } from './store.ts'

type Needs = {
  readonly site: string
  readonly purposes: Purposes
  readonly keep: (operation: NewOperation) => Promise<void>
  readonly cancel: (id: string, starter: string, now: Date) => Promise<void>
  readonly now: () => Date
}

export type StartInput = {
  readonly purpose: string
  readonly language: Language
  readonly starter: string | undefined // of a browser that has begun something before
  readonly next?: string | undefined
  readonly expected?: Iin | undefined
  readonly instead?: string | undefined // the operation whose place this one takes
  readonly draft?: { readonly id: string; readonly expiresAt: Date } | undefined // the statement to sign
}

const ID_BYTES = 16 // 22 characters: a short address makes a code that is easier to scan (protocol §1.1)

/** Undefined: there is no such purpose. */
export const startOperation =
  (needs: Needs) =>
  async ({ instead, draft, ...input }: StartInput): Promise<NewOperation | undefined> => {
    const purpose = Object.hasOwn(needs.purposes, input.purpose) ? needs.purposes[input.purpose] : undefined
    if (!purpose) return undefined
    const madeAt = needs.now()
    const confirmation = randomInt(10, 100)
    const starter = input.starter ?? makeSecret()
    const operation: NewOperation = {
      id: randomBytes(ID_BYTES).toString('base64url'),
      purpose: input.purpose,
      language: input.language,
      next: input.next,
      expected: input.expected,
      draft: draft?.id,
      starter,
      confirmation,
      madeAt,
      expiresAt: earlier(new Date(madeAt.getTime() + purpose.minutes * 60_000), draft?.expiresAt),
      documents: purpose.documents({ site: needs.site, at: madeAt, confirmation, once: makeSecret() }),
    }
    if (instead !== undefined) await needs.cancel(instead, starter, madeAt)
    await needs.keep(operation)
    return operation
  }

/** No code outlives what is signed by it. */
function earlier(end: Date, other: Date | undefined): Date {
  return other && other < end ? other : end
}
