// The JSON of applications in /api/v1.
import { z } from '@hono/zod-openapi'
import { IsoDate, Moment } from '../web/schemas.ts'
import { CONTRACT_TYPES, PURPOSES, SHOWN_STATUSES } from './application.ts'
import { KIND_CODE, KIND_IDS } from './kinds.ts'
import { BARS, DAY_REASONS, DOCUMENT_KINDS, TIMELINE_EVENTS } from './view.ts'

/** Not only those that we know: of two instances of different versions the newer one may have written others. */
export const KindSchema = z
  .string()
  .regex(KIND_CODE)
  .openapi('Kind', {
    example: 'bank-details',
    description: `Known: ${KIND_IDS.join(', ')}. Take any other for one that was added since, and show its \`kindName\`.`,
  })
export const StatusSchema = z.enum(SHOWN_STATUSES).openapi('Status')
const ContractTypeSchema = z.enum(CONTRACT_TYPES).openapi('ContractType')
const MoneySchema = z
  .object({ value: z.string().openapi({ example: '5500000.00' }), currency: z.literal('KZT') })
  .openapi('Money')

export const ItemSchema = z
  .object({
    ordinal: z.number().int().openapi({ description: 'Counted from the oldest row; the same under any filter' }),
    id: z.string(),
    series: z.string(),
    number: z.string(),
    kind: KindSchema,
    kindName: z.string(),
    contractTypes: z.array(ContractTypeSchema),
    filedOn: IsoDate,
    status: StatusSchema,
    statusName: z.string(),
    changedAt: Moment,
    withdrawable: z.boolean(),
    operation: z
      .object({ on: IsoDate, amount: MoneySchema.nullable(), contractType: ContractTypeSchema, status: StatusSchema })
      .nullable()
      .openapi({ description: 'The row is this operation, when the application has several' }),
  })
  .openapi('ApplicationItem')

export const ListSchema = z
  .object({
    items: z.array(ItemSchema),
    total: z.number().int(),
    nextCursor: z.string().nullable(),
    kinds: z.array(z.object({ kind: KindSchema, count: z.number().int() })),
    statuses: z.array(z.object({ status: StatusSchema, count: z.number().int() })),
    asOf: Moment.nullable().openapi({
      description: 'Until when the fund’s data are known; null before it has sent any',
    }),
  })
  .openapi('ApplicationList')

const TimelineSchema = z
  .object({
    at: Moment,
    dateOnly: z.boolean(),
    event: z.enum(TIMELINE_EVENTS),
    actor: z.object({ kind: z.enum(['person', 'fund', 'operator', 'system']), name: z.string().nullable() }),
    text: z.string(),
  })
  .openapi('TimelineItem')

const Version = z.string().openapi({ example: '2026-11-22' })

/** What a newer calendar did to the date. */
const DeadlineChangeSchema = z
  .discriminatedUnion('is', [
    z.object({ is: z.literal('unchanged'), calendarVersion: Version }),
    z.object({ is: z.literal('kept'), calendarVersion: Version, wouldBe: IsoDate }),
    z.object({ is: z.literal('moved'), calendarVersion: Version, from: IsoDate }),
  ])
  .openapi('DeadlineChange', {
    description: 'By a newer calendar: a later date is not taken over (`kept`), an earlier one is (`moved`)',
  })

const DeadlineSchema = z
  .object({
    date: IsoDate.openapi({ description: 'What was promised' }),
    state: z.enum(['running', 'met', 'overdue']),
    workingDaysLeft: z.number().int(),
    policy: z.object({
      unit: z.enum(['workingDay', 'calendarDay']),
      n: z.number().int(),
      firstDay: z.enum(['sameDay', 'nextDay']),
      cutoff: z.string().nullable(),
      basis: z.string(),
    }),
    calendarVersion: Version,
    days: z.array(
      z.object({
        date: IsoDate,
        counts: z.boolean(),
        why: z.enum(DAY_REASONS),
        name: z.string().nullable(),
        instead: IsoDate.nullable().openapi({
          description: 'The day that it was swapped with, or the holiday that it makes up for',
        }),
      }),
    ),
    change: DeadlineChangeSchema.nullable(),
  })
  .openapi('Deadline')

const DocumentSchema = z
  .object({
    kind: z.enum(DOCUMENT_KINDS),
    mediaType: z.string().nullable(),
    size: z.number().int().nullable(),
    href: z.string().nullable(),
    madeBy: z
      .enum(['fund', 'service'])
      .nullable()
      .openapi({ description: 'Sent by the fund, or made here from its record' }),
    at: Moment.nullable().openapi({ description: 'When the fund sent it; or as of when it is made here' }),
    reason: z.string().nullable(),
  })
  .openapi('Document')

const RefusalSchema = z
  .object({ code: z.string(), text: z.string(), next: z.string().nullable(), appealUntil: IsoDate.nullable() })
  .openapi('Refusal')

/** A signature under a statement of withdrawal whose end was not told at once. */
export const PendingSignatureSchema = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('checking'), receivedAt: Moment, until: Moment }),
    z.object({ state: z.literal('rejected'), code: z.string(), title: z.string() }),
  ])
  .openapi('PendingSignature', { description: 'The newest signature: still being checked, or refused after a while' })

export const DetailsSchema = ItemSchema.extend({
  timeline: z.array(TimelineSchema),
  deadline: DeadlineSchema.nullable(),
  counterparty: z.string().nullable(),
  amount: MoneySchema.nullable(),
  purpose: z.enum(PURPOSES).nullable(),
  operatorRelease: z.enum(['yes', 'no', 'unknown']).nullable(),
  operations: z.array(
    z.object({ on: IsoDate, amount: MoneySchema.nullable(), contractType: ContractTypeSchema, status: StatusSchema }),
  ),
  refusal: RefusalSchema.nullable(),
  documents: z.array(DocumentSchema),
  withdrawal: z.object({
    allowed: z.boolean(),
    reason: z.enum(BARS).nullable(),
    methods: z.array(z.enum(['eds', 'qr'])),
    registration: z.string().nullable(),
    signature: PendingSignatureSchema.nullable(),
  }),
}).openapi('ApplicationDetails')
