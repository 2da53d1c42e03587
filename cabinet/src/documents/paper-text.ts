// The words of a paper in one language, from its facts.
import { kindOf } from '../applications/kinds.ts'
import { roadOf } from '../applications/road.ts'
import { formatDate, formatMoment, formatMoney } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { Certificate, OperationFacts, PaperFacts, Recorded, RecordedFacts } from './paper.ts'

export type PaperLine = { readonly label: string; readonly value: string; readonly strong: boolean }

export type PaperText = {
  readonly language: Language
  readonly title: string
  readonly lead: string
  readonly lines: readonly PaperLine[]
  readonly rowsTitle: string
  readonly rowsHead: readonly string[]
  readonly rows: readonly (readonly string[])[] // operations, of an application that has several
  readonly rowsMore: string | null
  readonly notes: readonly string[]
}

const MOST_ROWS = 40 // a paper is read by people; the cabinet shows them all

export function paperText(facts: PaperFacts, language: Language): PaperText {
  const t = messagesFor(language).documents.paper
  const operations = facts.paper === 'application' ? severalOf(facts.application) : []
  return {
    language,
    title: facts.paper === 'certificate' ? t.certificateOf(facts.application.number) : t.name[facts.paper],
    lead: t.lead[facts.paper],
    lines: linesOf(facts, language),
    rowsTitle: t.operations,
    rowsHead: t.operation,
    rows: operations.slice(0, MOST_ROWS).map(operation => row(operation, language)),
    rowsMore: operations.length > MOST_ROWS ? t.more(operations.length - MOST_ROWS) : null,
    notes: [t.note[facts.paper], t.iinNote],
  }
}

/** A single operation says nothing that the application does not. */
function severalOf({ operations }: RecordedFacts): readonly OperationFacts[] {
  return operations.length > 1 ? operations : []
}

function linesOf(facts: PaperFacts, language: Language): PaperLine[] {
  const asOf = line(messagesFor(language).documents.paper.line.asOf, moment(facts.asOf, language))
  const filed = filedLines(facts, language)
  if (facts.paper === 'receipt') return [...filed, asOf]
  if (facts.paper === 'application') return [...filed, ...recordedLines(facts, language), asOf]
  return [...filed, ...standingLines(facts, language), asOf, ...issueLines(facts, language)]
}

function filedLines({ applicant, application }: PaperFacts, language: Language): PaperLine[] {
  const t = messagesFor(language).documents.paper.line
  return [
    line(t.applicant, [applicant.surname, applicant.name, applicant.patronymic ?? ''].join(' ').trim(), true),
    line(t.iin, applicant.iin),
    line(t.kind, kindOf(application.kind).name[language]),
    line(t.number, application.number, true),
    line(t.filedOn, formatDate(application.filedOn, language)),
    line(t.receivedAt, moment(application.receivedAt, language)),
  ]
}

function recordedLines({ application }: Recorded, language: Language): PaperLine[] {
  const messages = messagesFor(language)
  const t = messages.documents.paper.line
  const { counterparty, amount, contractTypes, purpose, operatorRelease } = application
  return [
    ...(counterparty ? [line(messages.details.counterparty[roadOf(application.kind)], counterparty[language])] : []),
    ...(amount ? [line(t.amount, formatMoney(amount, language))] : []),
    line(t.contract, contractTypes.map(type => messages.applications.contract[type].long).join(', ')),
    ...(purpose ? [line(t.purpose, messages.applications.purpose[purpose])] : []),
    ...(operatorRelease ? [line(t.operatorRelease, messages.details.released[operatorRelease])] : []),
  ]
}

function standingLines({ standing, deadline }: Certificate, language: Language): PaperLine[] {
  const messages = messagesFor(language)
  const t = messages.documents.paper.line
  return [
    line(t.status, messages.applications.status[standing.status], true),
    ...(standing.since ? [line(t.since, dateOrMoment(standing.since, language))] : []),
    ...(deadline ? [line(t.deadline, formatDate(deadline, language))] : []),
    ...(standing.registration ? [line(t.registration, standing.registration)] : []),
  ]
}

function issueLines({ number, validUntil }: Certificate, language: Language): PaperLine[] {
  const { line: t, until } = messagesFor(language).documents.paper
  return [line(t.certificate, number), line(t.validUntil, until(formatDate(validUntil, language)))]
}

function row({ on, amount, contractType, status }: OperationFacts, language: Language): string[] {
  const { contract, status: statuses } = messagesFor(language).applications
  const sum = amount ? formatMoney(amount, language) : ''
  return [formatDate(on, language), sum, contract[contractType].short, statuses[status]]
}

function line(label: string, value: string, strong = false): PaperLine {
  return { label, value, strong }
}

function moment(iso: string, language: Language): string {
  return formatMoment(new Date(iso), language)
}

/** A date stands for itself; a moment has its time. */
export function dateOrMoment(iso: string, language: Language): string {
  return iso.length === 10 ? formatDate(iso, language) : moment(iso, language)
}
