// What is known of an application, field by field, as its family has them (S-55 … S-69).
import type { Fact } from '../web/components/facts.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, Moment } from '../web/components/time.tsx'
import { formatMoney } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { Application, Operation } from './application.ts'
import { kindOf } from './kinds.ts'
import type { Details } from './view.ts'

export function factsOf(frame: Frame, details: Details): Fact[] {
  const { language } = frame
  const t = frame.t.details
  const { application } = details.row
  const { amount, counterparty, purpose, operatorRelease } = application
  return [
    { name: t.fact.number, value: application.number },
    { name: t.fact.filedOn, value: <DateOf iso={application.filedOn} language={language} /> },
    { name: t.fact.receivedAt, value: <Moment at={application.receivedAt} language={language} /> },
    { name: t.counterparty[kindOf(application.kind).family], value: counterparty?.[language] },
    { name: t.fact.amount, value: amount && formatMoney(amount, language) },
    {
      name: t.fact.contract,
      value: application.contractTypes.map(type => frame.t.applications.contract[type].long).join(', ') || undefined,
    },
    { name: t.fact.purpose, value: purpose && frame.t.applications.purpose[purpose] },
    {
      name: t.fact.operatorRelease,
      value: operatorRelease && t.released[operatorRelease],
      note: t.releaseMeans,
    },
    { name: t.fact.registration, value: details.registration },
  ]
}

/** The operations of an application that has several; a single one says nothing that the page does not (S-34). */
export function Operations({ frame, application }: { frame: Frame; application: Application }) {
  if (application.operations.length < 2) return null
  return (
    <>
      <h3>{frame.t.details.operations}</h3>
      <ul class="operations">
        {application.operations.map(operation => (
          <OperationItem frame={frame} operation={operation} />
        ))}
      </ul>
    </>
  )
}

function OperationItem({ frame, operation }: { frame: Frame; operation: Operation }) {
  const { language } = frame
  const t = frame.t.applications
  return (
    <li>
      <DateOf iso={operation.on} language={language} />
      <span class="amount">{operation.amount && formatMoney(operation.amount, language)}</span>
      <span>{t.contract[operation.contractType].short}</span>
      <StatusChip status={operation.status} label={t.status[operation.status]} />
    </li>
  )
}
