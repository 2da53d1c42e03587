// The core claims an application before it moves money, and may give it back. Against a withdrawal one update decides.
import type { ApplicationRow } from '../applications/application-row.ts'
import { addToTimeline } from '../applications/timeline.ts'
import { recordAct } from '../audit/act.ts'
import type { Tx } from '../database/sql.ts'
import { explainClaim, explainRelease, type Standing } from './decide.ts'
import type { CoreCaller, CoreNeeds, CoreOutcome } from './receive-application.ts'
import { findInDirectory } from './store.ts'
import { tellNews } from './tell-news.ts'

type Moved = Pick<ApplicationRow, 'iin' | 'id' | 'number' | 'kind' | 'received_at'>
type Change = { readonly row: Moved; readonly by: CoreCaller; readonly now: Date }

/** accepted → executing. A claim is never released by time alone. */
export const claimExecution =
  (needs: CoreNeeds) =>
  (id: string, claimId: string, by: CoreCaller): Promise<CoreOutcome> =>
    needs.sql.begin(async tx => {
      const now = needs.now()
      const iin = (await findInDirectory(tx, id))?.iin
      if (!iin) return { kind: 'refused', problem: 'application-unknown' }
      const [claimed] = await tx<Moved[]>`
        update application
           set state = 'executing', claim = ${claimId}, claimed_at = ${now}, version = version + 1, changed_at = ${now}
         where iin = ${iin} and id = ${id} and state = 'accepted'
        returning iin, id, number, kind, received_at`
      if (!claimed) return explainClaim(await stateOf(tx, iin, id), claimId)
      await note(tx, 'execution-started', { row: claimed, by, now })
      return { kind: 'created', state: 'executing' }
    })

/** executing → accepted, by the claim that holds it. */
export const releaseExecution =
  (needs: CoreNeeds) =>
  (id: string, claimId: string, by: CoreCaller): Promise<CoreOutcome> =>
    needs.sql.begin(async tx => {
      const now = needs.now()
      const iin = (await findInDirectory(tx, id))?.iin
      if (!iin) return { kind: 'refused', problem: 'application-unknown' }
      const [released] = await tx<Moved[]>`
        update application
           set state = 'accepted', claim = null, claimed_at = null, version = version + 1, changed_at = ${now}
         where iin = ${iin} and id = ${id} and state = 'executing' and claim = ${claimId}
        returning iin, id, number, kind, received_at`
      if (!released) return explainRelease(await stateOf(tx, iin, id))
      await note(tx, 'execution-released', { row: released, by, now })
      return { kind: 'changed', state: 'accepted' }
    })

async function stateOf(tx: Tx, iin: string, id: string): Promise<Standing | undefined> {
  const [row] = await tx<Standing[]>`select state, claim from application where iin = ${iin} and id = ${id}`
  return row
}

async function note(tx: Tx, event: 'execution-started' | 'execution-released', change: Change): Promise<void> {
  const { row, by, now } = change
  const { iin, id, kind, received_at: receivedAt } = row
  await addToTimeline(tx, iin, id, { at: now, dateOnly: false, event, actor: 'fund' })
  await recordAct(tx, {
    at: now,
    act: event === 'execution-started' ? 'claimed' : 'claim-released',
    actor: { kind: 'core', key: by.key },
    iin,
    application: id,
    outcome: 'done',
    request: by.request,
  })
  const [before, after] =
    event === 'execution-started' ? (['accepted', 'executing'] as const) : (['executing', 'accepted'] as const)
  await tellNews(tx, row, { kind, before, after, receivedAt, closedOn: undefined }, now)
}
