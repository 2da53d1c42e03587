// A person wants to sign their statement with eGov Mobile: a code for it, for no longer than the draft lives.
import type { Iin } from '../citizens/iin.ts'
import type { StartInput } from '../qr-signing/start-operation.ts'
import type { Language } from '../web/language.ts'
import type { ProblemCode } from '../web/problems.ts'
import { OVER } from './draft-over.ts'
import type { Draft } from './withdrawal.ts'

type Needs<Begun> = {
  readonly findDraft: (iin: Iin, draftId: string) => Promise<Draft | undefined>
  readonly cancelAll: (draftId: string, now: Date) => Promise<void>
  readonly start: (input: StartInput) => Promise<Begun | undefined>
  readonly now: () => Date
}

export type BegunByPhone<Begun> =
  | { readonly kind: 'begun'; readonly operation: Begun }
  | { readonly kind: 'refusal'; readonly code: ProblemCode }

/** The last code is the one that works: those before are ended. */
export const beginByPhone =
  <Begun>({ findDraft, cancelAll, start, now }: Needs<Begun>) =>
  async (iin: Iin, draftId: string, language: Language): Promise<BegunByPhone<Begun>> => {
    const draft = await findDraft(iin, draftId)
    if (!draft) return { kind: 'refusal', code: 'not-found' }
    if (draft.state !== 'open') return { kind: 'refusal', code: OVER[draft.state] }
    if (!draft.methods.includes('qr')) return { kind: 'refusal', code: 'qr-form-unused' }
    await cancelAll(draft.id, now())
    const { id, expiresAt } = draft
    const operation = await start({
      purpose: 'withdrawal',
      language,
      starter: undefined,
      expected: iin,
      draft: { id, expiresAt },
    })
    if (!operation) throw new Error('withdrawal: the phone knows no such purpose')
    return { kind: 'begun', operation }
  }
