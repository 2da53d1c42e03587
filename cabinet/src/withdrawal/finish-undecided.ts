// What a crash left between receipt and decision is decided: at start and now and then, by whichever instance comes first.
import { findDraftRow } from './draft-store.ts'
import { settle } from './settle.ts'
import type { SignNeeds } from './sign-draft.ts'
import { type Attempt, holdUndecided } from './signature-store.ts'

type Needs = SignNeeds & { readonly report: (event: string, facts: object) => void }

/** Decides all that were received before the moment; answers how many. One that fails does not stop the others. */
export const finishUndecided =
  (needs: Needs) =>
  async (receivedBefore: Date): Promise<number> => {
    let count = 0
    const passedOver: string[] = []
    while (true) {
      const outcome = await finishOne(needs, receivedBefore, passedOver)
      if (outcome === 'none') return count
      if (outcome === 'decided') count++
    }
  }

async function finishOne(
  needs: Needs,
  receivedBefore: Date,
  passedOver: string[],
): Promise<'none' | 'decided' | 'failed'> {
  let attempt: Attempt | undefined
  try {
    return await needs.sql.begin(async tx => {
      attempt = await holdUndecided(tx, receivedBefore, passedOver)
      if (!attempt) return 'none'
      const draft = await findDraftRow(tx, attempt.draft)
      if (!draft) throw new Error('a signature under no draft')
      const judgement = await needs.judge(attempt, draft)
      await settle(tx, { attempt, draft, judgement, now: needs.now(), when: 'later' })
      return 'decided'
    })
  } catch (error) {
    if (!attempt) throw error
    passedOver.push(attempt.id)
    needs.report('undecided-signature-failed', { signature: attempt.id, error: String(error) })
    return 'failed'
  }
}
