// What is known of an application, field by field, as its kind has them (S-55 … S-69). What a field means stands beside it.

import type { Fact } from '../web/components/facts.tsx'
import { ForeignName } from '../web/components/foreign-name.tsx'
import { StatusChip } from '../web/components/status.tsx'
import { DateOf, Moment } from '../web/components/time.tsx'
import { formatMoney } from '../web/format.ts'
import type { Frame } from '../web/page.tsx'
import type { Application, Operation } from './application.ts'
import { type Road, roadOf } from './road.ts'
import type { Details } from './view.ts'

export function factsOf(frame: Frame, details: Details): Fact[] {
  const { language } = frame
  const t = frame.t.details
  const { application } = details.row
  const { amount, counterparty, contractTypes } = application
  const contracts = contractTypes.map(type => frame.t.applications.contract[type].long)
  const road = roadOf(application.kind)
  return [
    { name: t.fact.number, value: <bdi>{application.number}</bdi> },
    { name: t.fact.filedOn, value: <DateOf iso={application.filedOn} language={language} /> },
    { name: t.fact.receivedAt, value: <Moment at={application.receivedAt} language={language} /> },
    {
      name: t.counterparty[road],
      value: counterparty && <ForeignName name={counterparty} language={language} />,
      note: counterpartyMeans(frame, road),
    },
    { name: t.fact.amount, value: amount && formatMoney(amount, language) },
    { name: t.fact.contract, value: contracts.join(', ') || undefined, note: t.means.contract },
    ...(road === 'lump-sum' ? ofLumpSum(frame, application) : []),
    { name: t.fact.registration, value: details.registration },
  ]
}

/** What a lump sum is for, and whether the operator gave it out: nothing else has either, whatever the core sends. */
function ofLumpSum({ t }: Frame, { purpose, operatorRelease }: Application): Fact[] {
  const { fact, means, released } = t.details
  return [
    { name: fact.purpose, value: purpose && t.applications.purpose[purpose], note: means.purpose },
    { name: fact.operatorRelease, value: operatorRelease && released[operatorRelease], note: means.operatorRelease },
  ]
}

function counterpartyMeans({ t }: Frame, road: Road): string | undefined {
  const { operator, insurer, manager } = t.details.means
  const means: Partial<Record<Road, string>> = {
    'lump-sum': operator,
    insurance: insurer,
    ipm: manager,
    'ipm-return': manager,
  }
  return means[road]
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
