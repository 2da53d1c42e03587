// The rows of the list: a table where it fits, cards where it does not. The rows are text into which values are put (escaped),
// not components: there are many of them, and as components they took more time than all the rest of the page. What does not
// differ from reader to reader is written once.
import { html } from 'hono/html'
import { IconAgain, IconShapes } from '../web/components/icon.tsx'
import { SIGNS, StatusChip } from '../web/components/status.tsx'
import { formatDate, formatTime } from '../web/format.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { Frame } from '../web/page.tsx'
import { perLanguage } from '../web/per-language.ts'
import { rendered } from '../web/render.ts'
import { SHOWN_STATUSES } from './application.ts'
import { kindOf } from './kinds.ts'
import { rowId, writeOrigin } from './origin.ts'
import { BARS, type ListItem } from './view.ts'

type Props = {
  readonly frame: Frame
  readonly rows: readonly ListItem[]
  readonly from: string // the question of this list, so that one comes back to it
}

export function ListTable({ frame, rows, from }: Props) {
  const look = { frame, from, written: writtenOf(frame.language) }
  return (
    <table class="rows">
      {headOf(frame.language)}
      <tbody>{rows.map(row => rowOf(look, row))}</tbody>
    </table>
  )
}

const headOf = perLanguage(language => {
  const { title, column } = messagesFor(language).applications
  const columns = Object.values(column).map(name => html`<th scope="col">${name}</th>`)
  const shapes = IconShapes({ names: Object.values(SIGNS) })
  return html`<caption class="unseen">${title}${shapes}</caption><thead><tr>${columns}</tr></thead>`
})

/** Of each column its name, for cards; each status as it is shown everywhere; whether it can be withdrawn. */
const writtenOf = perLanguage(language => {
  const { column, status, bar, canBeWithdrawn } = messagesFor(language).applications
  return {
    label: written(Object.keys(column) as (keyof typeof column)[], one => html`data-label="${column[one]}"`),
    chip: written(SHOWN_STATUSES, one => rendered(<StatusChip status={one} label={status[one]} sign={IconAgain} />)),
    bar: written(BARS, one => html`<small>${bar[one]}</small>`),
    can: html`<small class="can">${canBeWithdrawn}</small>`,
  }
})

type Html = ReturnType<typeof html>

function written<K extends string>(keys: readonly K[], write: (key: K) => Html): Readonly<Record<K, Html>> {
  return Object.fromEntries(keys.map(key => [key, write(key)])) as Record<K, Html>
}

type Look = Pick<Props, 'frame' | 'from'> & { readonly written: ReturnType<typeof writtenOf> }

function rowOf({ frame, from, written }: Look, { ordinal, application, operation, status, ...can }: ListItem) {
  const { language, t } = frame
  const { label, chip } = written
  const contracts = operation ? [operation.contractType] : application.contractTypes
  const day = operation?.on ?? application.filedOn
  const address = `/${language}/applications/${encodeURIComponent(application.id)}?from=${writeOrigin(from, ordinal)}`
  return html`<tr id="${rowId(ordinal)}">
<td ${label.ordinal}>${ordinal}</td>
<th scope="row"><a href="${address}">${kindOf(application.kind).name[language]}</a></th>
<td ${label.contract}>${contracts.map(type => t.applications.contract[type].short).join(', ')}</td>
<td ${label.filedOn}><time datetime="${day}">${formatDate(day, language)}</time></td>
<td ${label.number}><bdi>${application.number}</bdi></td>
<td>${chip[status]}${noteOf(frame, written, can)}</td>
</tr>`
}

/** Whether it can be withdrawn, and that somebody has begun to. */
function noteOf(
  { t }: Frame,
  { bar, can }: Look['written'],
  { withdrawal, draftUntil }: Pick<ListItem, 'withdrawal' | 'draftUntil'>,
) {
  if (!withdrawal.allowed) return bar[withdrawal.reason]
  return draftUntil ? html`<small class="can">${t.applications.draftReady(formatTime(draftUntil))}</small>` : can
}
