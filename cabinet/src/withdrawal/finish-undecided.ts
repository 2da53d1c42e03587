// What a crash or a silent authority left undecided is decided: now and then, by whichever instance comes first.
// A signature is taken up in one statement and decided in one short transaction; while the network is asked, none is open.
import type { Completion } from './completion.ts'
import type { Settlement } from './settle.ts'
import type { KeptAttempt } from './signature-store.ts'

type Needs = Pick<Completion, 'store' | 'judge' | 'now'> & {
  readonly report: (event: string, facts: object) => void
}

const AT_ONCE = 4 // of one instance; most of their time is waiting for others

/** Takes up all that are due; answers how many were decided. One that fails does not stop the others. */
export const finishUndecided = (needs: Needs) => async (): Promise<number> => {
  const counts = await Promise.all(Array.from({ length: AT_ONCE }, () => finishWhileDue(needs)))
  return counts.reduce((sum, count) => sum + count, 0)
}

async function finishWhileDue(needs: Needs): Promise<number> {
  let count = 0
  while (true) {
    const taken = await needs.store.takeDue(needs.now())
    if (!taken) return count
    if (await finishOne(needs, taken)) count++
  }
}

/**
 * Was it decided? One that fails, or cannot be read, is put off like one that cannot be checked, so that it bars a claim no
 * longer than that. One that cannot be put off either waits for the end of its lease and does not stop the others.
 */
async function finishOne(needs: Needs, taken: KeptAttempt): Promise<boolean> {
  const report = (error: unknown) => {
    needs.report('undecided-signature-failed', { signature: taken.id, error: String(error) })
    return false
  }
  try {
    const { attempt, draft } = await needs.store.open(taken)
    return await decideLater(needs, { attempt, draft, judgement: await needs.judge(attempt, draft) })
  } catch (error) {
    report(error)
    return decideLater(needs, {
      attempt: taken,
      draft: undefined,
      judgement: { kind: 'unknown', why: 'failed' },
    }).catch(report)
  }
}

async function decideLater({ store, now }: Needs, found: Omit<Settlement, 'now' | 'when'>): Promise<boolean> {
  const settled = await store.settle({ ...found, now: now(), when: 'later' })
  return settled.state !== 'checking'
}
