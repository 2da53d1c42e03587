// What a page shows of an application, as an entity tag: another one means that the page is no longer true. First the state and
// when it was reached; then how often the deadline has moved, and when the fund last sent a document.
import type { Application, State } from './application.ts'
import type { Deadline, DocumentItem } from './view.ts'

export type Version = {
  readonly state: State
  readonly changedAt: Date
  readonly moves: number // of the deadline
  readonly sentAt: Date | undefined
}

type Shown = {
  readonly deadline: Pick<Deadline, 'revision'> | undefined
  readonly documents: readonly DocumentItem[]
}

/** Of a page that shows the application alone, or also its deadline and documents. */
export function versionOf({ status, changedAt }: Pick<Application, 'status' | 'changedAt'>, shown?: Shown): string {
  if (!shown) return `"${stateTag(status.is, changedAt)}"`
  const sent = shown.documents.flatMap(document =>
    'at' in document && document.madeBy === 'fund' ? [document.at] : [],
  )
  const moves = shown.deadline?.revision.number ?? 0
  return versionTag({ state: status.is, changedAt, moves, sentAt: newest(sent) })
}

export function versionTag({ state, changedAt, moves, sentAt }: Version): string {
  const told = state === 'withdrawn' ? 0 : moves // nothing is due any more, so no deadline is shown
  return `"${stateTag(state, changedAt)}.${told}.${sentAt?.getTime().toString(36) ?? 0}"`
}

/** Whether a page with this tag still says what is so. */
export function isCurrent(ofPage: string | undefined, now: string): boolean {
  return ofPage === now || ofPage === `${now.split('.')[0]}"`
}

export function newest(moments: readonly Date[]): Date | undefined {
  return moments.reduce<Date | undefined>((last, at) => (last && last > at ? last : at), undefined)
}

function stateTag(state: State, changedAt: Date): string {
  return `${state}-${changedAt.getTime().toString(36)}`
}
