// The rows of the list: a table where it fits, cards where it does not.
import { StatusChip } from '../web/components/status.tsx'
import { DateOf } from '../web/components/time.tsx'
import type { Frame } from '../web/page.tsx'
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
      <tbody>
        {rows.map(row => (
          <Row frame={frame} row={row} from={from} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ frame, row, from }: { frame: Frame; row: ListItem; from: string }) {
  const { language } = frame
  const t = frame.t.applications
  const { application, operation, status, withdrawal } = row
  const contracts = operation ? [operation.contractType] : application.contractTypes
  return (
    <tr id={rowId(row.ordinal)}>
      <td data-label={t.column.ordinal}>{row.ordinal}</td>
      <th scope="row">
        <a
          href={`/${language}/applications/${encodeURIComponent(application.id)}?from=${writeOrigin(from, row.ordinal)}`}
        >
          {kindOf(application.kind).name[language]}
        </a>
      </th>
      <td data-label={t.column.contract}>{contracts.map(type => t.contract[type].short).join(', ')}</td>
      <td data-label={t.column.filedOn}>
        <DateOf iso={operation?.on ?? application.filedOn} language={language} />
      </td>
      <td data-label={t.column.number}>
        <bdi>{application.number}</bdi>
      </td>
      <td data-label={t.column.status}>
        <StatusChip status={status} label={t.status[status]} />
        <small class={withdrawal.allowed ? 'can' : undefined}>
          {withdrawal.allowed ? t.canBeWithdrawn : t.bar[withdrawal.reason]}
        </small>
      </td>
    </tr>
  )
}
