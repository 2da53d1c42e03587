// What is still without receipt and seal gets them: by any instance, a few at a time.
import type { Sql } from '../database/sql.ts'
import type { Due } from './complete-evidence.ts'

type Needs = {
  readonly sql: Sql
  readonly complete: (due: Due) => Promise<void>
  readonly now: () => Date
  readonly report: (event: string, facts: object) => void
}

const AT_ONCE = 200 // a round; on paper that is a second
const PAUSE = 5 * 60_000 // before one that failed is tried again

/** Answers how many were completed. One that fails does not stop the others. */
export const completeDue = (needs: Needs) => async (): Promise<number> => {
  const due = await needs.sql<Due[]>`
    select iin, registration from evidence_due where next_try_at <= ${needs.now()} order by next_try_at limit ${AT_ONCE}`
  let count = 0
  for (const one of due) if (await completeOne(needs, one)) count++
  return count
}

async function completeOne({ sql, complete, now, report }: Needs, due: Due): Promise<boolean> {
  try {
    await complete(due)
    return true
  } catch (error) {
    report('evidence-not-completed', { registration: due.registration, error: String(error) })
    const again = new Date(now().getTime() + PAUSE)
    await sql`
      update evidence_due set next_try_at = ${again} where iin = ${due.iin} and registration = ${due.registration}`
    return false
  }
}
