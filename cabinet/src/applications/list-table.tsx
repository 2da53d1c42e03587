// The rows of the list: a table where it fits, cards where it does not. The rows are text into which values are put (escaped),
// not components: there are many of them, and as components they took more time than all the rest of the page.
import { html, raw } from 'hono/html'
import { StatusChip } from '../web/components/status.tsx'
import { formatDate, formatTime } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import { SHOWN_STATUSES, type ShownStatus } from './application.ts'
import { kindOf } from './kinds.ts'
import { rowId, writeOrigin } from './origin.ts'
import type { ListItem } from './view.ts'

type Props = {
  readonly frame: Frame
  readonly rows: readonly ListItem[]
  readonly from: string // the question of this list, so that one comes back to it
}

export function ListTable({ frame, rows, from }: Props) {
  const t = frame.t.applications
  const look = { frame, chips: chipsOf(frame), from }
  return (
    <table class="rows">
      <caption class="unseen">{t.title}</caption>
      <thead>
        <tr>
          {Object.values(t.column).map(column => (
            <th scope="col">{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.map(row => rowOf(look, row))}</tbody>
    </table>
  )
}

type Chips = Readonly<Record<ShownStatus, unknown>>
type Look = { readonly frame: Frame; readonly chips: Chips; readonly from: string }

/** Each status as it is shown everywhere, made once for a page. */
function chipsOf({ t }: Frame): Chips {
  const chip = (status: ShownStatus) => `${<StatusChip status={status} label={t.applications.status[status]} />}`
  return Object.fromEntries(SHOWN_STATUSES.map(status => [status, raw(chip(status))])) as Record<ShownStatus, unknown>
}

function rowOf({ frame, chips, from }: Look, { ordinal, application, operation, status, ...can }: ListItem) {
  const { language } = frame
  const t = frame.t.applications
  const contracts = operation ? [operation.contractType] : application.contractTypes
  const day = operation?.on ?? application.filedOn
  const address = `/${language}/applications/${encodeURIComponent(application.id)}?from=${writeOrigin(from, ordinal)}`
  return html`<tr id="${rowId(ordinal)}">
<td data-label="${t.column.ordinal}">${ordinal}</td>
<th scope="row"><a href="${address}">${kindOf(application.kind).name[language]}</a></th>
<td data-label="${t.column.contract}">${contracts.map(type => t.contract[type].short).join(', ')}</td>
<td data-label="${t.column.filedOn}"><time datetime="${day}">${formatDate(day, language)}</time></td>
<td data-label="${t.column.number}"><bdi>${application.number}</bdi></td>
<td data-label="${t.column.status}">${chips[status]}${noteOf(frame, can)}</td>
</tr>`
}

/** Whether it can be withdrawn, and that somebody has begun to. */
function noteOf(
  { t: { applications: t } }: Frame,
  { withdrawal, draftUntil }: Pick<ListItem, 'withdrawal' | 'draftUntil'>,
) {
  if (!withdrawal.allowed) return html`<small>${t.bar[withdrawal.reason]}</small>`
  if (draftUntil) return html`<small class="can">${t.draftReady(formatTime(draftUntil))}</small>`
  return html`<small class="can">${t.canBeWithdrawn}</small>`
}
