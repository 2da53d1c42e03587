// Applications as /api/v1 tells them, in the language of the reader.
import type { z } from '@hono/zod-openapi'
import { almatyIso } from '../calendar/almaty.ts'
import type { Language, Localised } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { PROBLEMS } from '../web/problems.ts'
import type { DetailsSchema, ItemSchema, ListSchema, PendingSignatureSchema } from './api-schemas.ts'
import type { Operation } from './application.ts'
import { kindOf } from './kinds.ts'
import type {
  Deadline,
  DeadlineChange,
  Details,
  DocumentItem,
  ListItem,
  ListPage,
  ListRow,
  PendingSignature,
  TimelineItem,
} from './view.ts'

type Item = z.infer<typeof ItemSchema>
type DetailsAnswer = z.infer<typeof DetailsSchema>

function toItem(row: ListItem, language: Language): Item {
  const { application, operation } = row
  return {
    ordinal: row.ordinal,
    id: application.id,
    series: application.series,
    number: application.number,
    kind: application.kind,
    kindName: kindOf(application.kind).name[language],
    contractTypes: [...application.contractTypes],
    filedOn: application.filedOn,
    status: row.status,
    statusName: messagesFor(language).applications.status[row.status],
    changedAt: almatyIso(application.changedAt),
    withdrawable: row.withdrawal.allowed,
    operation: operation ? toOperation(operation) : null,
  }
}

export function toList(page: ListPage, language: Language): z.infer<typeof ListSchema> {
  return {
    items: page.rows.map(row => toItem(row, language)),
    total: page.total,
    nextCursor: page.nextCursor ?? null,
    kinds: page.kinds.map(({ kind, count }) => ({ kind, count })),
    statuses: page.statuses.map(({ status, count }) => ({ status, count })),
    asOf: page.asOf ? almatyIso(page.asOf) : null,
  }
}

export function toDetails(details: Details, language: Language): DetailsAnswer {
  const { row } = details
  const { application } = row
  return {
    ...toItem(row, language),
    timeline: details.timeline.map(item => toTimelineItem(item, language)),
    deadline: details.deadline ? toDeadline(details.deadline, row, language) : null,
    counterparty: said(application.counterparty, language),
    amount: application.amount ?? null,
    purpose: application.purpose ?? null,
    operatorRelease: application.operatorRelease ?? null,
    operations: application.operations.map(toOperation),
    refusal: toRefusal(row, language),
    documents: details.documents.map(document => toDocument(document, application.id)),
    withdrawal: toWithdrawal(details, language),
  }
}

function toOperation({ on, amount, contractType, status }: Operation) {
  return { on, amount: amount ?? null, contractType, status }
}

function toTimelineItem({ at, dateOnly, event, actor }: TimelineItem, language: Language) {
  const text = messagesFor(language).road.event[event]
  return { at: almatyIso(at), dateOnly, event, actor: { kind: actor.kind, name: said(actor.name, language) }, text }
}

function toDeadline(deadline: Deadline, { application }: ListRow, language: Language): DetailsAnswer['deadline'] {
  const policy = kindOf(application.kind).deadline
  if (!policy) return null
  const { unit, n, firstDay, cutoff, basis } = policy
  return {
    date: deadline.date,
    state: deadline.state,
    workingDaysLeft: deadline.workingDaysLeft,
    policy: { unit, n, firstDay, cutoff: cutoff ?? null, basis: basis[language] },
    calendarVersion: deadline.calendarVersion,
    days: deadline.days.map(({ name, instead, ...day }) => ({
      ...day,
      name: said(name, language),
      instead: instead ?? null,
    })),
    change: deadline.change ? toChange(deadline.change) : null,
  }
}

function toChange(change: DeadlineChange): NonNullable<DetailsAnswer['deadline']>['change'] {
  const { is, version: calendarVersion } = change
  if (is === 'unchanged') return { is, calendarVersion }
  return is === 'kept' ? { is, calendarVersion, wouldBe: change.wouldBe } : { is, calendarVersion, from: change.from }
}

function toRefusal({ application: { status } }: ListRow, language: Language): DetailsAnswer['refusal'] {
  if (status.is !== 'refused') return null
  const { code, text, next, appealUntil } = status.refusal
  return { code, text: text[language], next: said(next, language), appealUntil: appealUntil ?? null }
}

function toDocument(document: DocumentItem, id: string): DetailsAnswer['documents'][number] {
  const { kind } = document
  if ('reason' in document)
    return { kind, mediaType: null, size: null, href: null, madeBy: null, at: null, reason: document.reason }
  const { size, madeBy, at } = document
  const href = `/api/v1/applications/${encodeURIComponent(id)}/documents/${kind}`
  return { kind, mediaType: 'application/pdf', size, href, madeBy, at: almatyIso(at), reason: null }
}

function toWithdrawal(details: Details, language: Language): DetailsAnswer['withdrawal'] {
  const { withdrawal } = details.row
  const signature = toPendingSignature(details.signature, language)
  return withdrawal.allowed
    ? { allowed: true, reason: null, methods: [...withdrawal.methods], registration: null, signature }
    : { allowed: false, reason: withdrawal.reason, methods: [], registration: details.registration ?? null, signature }
}

export function toPendingSignature(
  signature: PendingSignature | undefined,
  language: Language,
): z.infer<typeof PendingSignatureSchema> | null {
  if (!signature) return null
  if (signature.is === 'rejected')
    return { state: 'rejected', code: signature.code, title: PROBLEMS[signature.code].text[language] }
  const { receivedAt, until } = signature
  return { state: 'checking', receivedAt: almatyIso(receivedAt), until: almatyIso(until) }
}

function said(text: Localised | undefined, language: Language): string | null {
  return text?.[language] ?? null
}
