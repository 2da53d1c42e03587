// From an application and its person to the facts of a paper. Pure: the same record gives the same facts.
import { type Application, type Status, shown } from '../applications/application.ts'
import type { Person } from '../citizens/person.ts'
import type { Applicant, FiledFacts, Receipt, Recorded, RecordedFacts, StandingFacts } from './paper.ts'

export type Named = Pick<Person, 'iin' | 'surname' | 'name' | 'patronymic'>

export function receiptFacts(application: Application, person: Named): Receipt {
  const asOf = application.changedAt.toISOString()
  return { paper: 'receipt', applicant: applicantOf(person), asOf, application: filedFacts(application) }
}

export function recordedFacts(application: Application, person: Named): Recorded {
  const asOf = application.changedAt.toISOString()
  return { paper: 'application', applicant: applicantOf(person), asOf, application: wholeFacts(application) }
}

export function applicantOf({ iin, surname, name, patronymic }: Named): Applicant {
  return { surname, name, patronymic: patronymic ?? null, iin: iin.slice(-4).padStart(iin.length, '•') }
}

export function filedFacts({ kind, number, filedOn, receivedAt }: Application): FiledFacts {
  return { kind, number, filedOn, receivedAt: receivedAt.toISOString() }
}

export function wholeFacts(application: Application): RecordedFacts {
  const { counterparty, amount, contractTypes, purpose, operatorRelease, operations } = application
  return {
    ...filedFacts(application),
    counterparty: counterparty ?? null,
    amount: amount ?? null,
    contractTypes,
    purpose: purpose ?? null,
    operatorRelease: operatorRelease ?? null,
    operations: operations.map(one => ({ ...one, amount: one.amount ?? null })),
  }
}

export function standingFacts({ status, receivedAt }: Application): StandingFacts {
  const registration = status.is === 'withdrawn' ? status.registration : null
  return { status: shown(status.is), since: sinceOf(status, receivedAt), registration }
}

/** An application is accepted from its receipt on, also while it is executed or its withdrawal is checked. */
function sinceOf(status: Status, receivedAt: Date): string | null {
  if (status.is === 'executed' || status.is === 'refused') return status.on
  if (status.is === 'withdrawn') return status.at.toISOString()
  return status.is === 'unclear' ? null : receivedAt.toISOString()
}
