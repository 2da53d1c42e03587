// What the fund's core sends of an application. Strict: an unknown field is somebody's mistake.
import { z } from '@hono/zod-openapi'
import { APPLICATION_ID, CONTRACT_TYPES, PURPOSES, SHOWN_STATUSES } from '../applications/application.ts'
import { KIND_IDS, type KindId } from '../applications/kinds.ts'

const Text = z.string().min(1).max(1000)
export const LocalisedText = z.strictObject({ kk: Text, ru: Text, en: Text })

export const MoneyMessage = z.strictObject({
  value: z.string().regex(/^\d{1,15}\.\d{2}$/, 'two decimals, a dot, no sign'),
  currency: z.literal('KZT'),
})

export const ApplicationId = z.string().regex(APPLICATION_ID)

const RefusalMessage = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  text: LocalisedText,
  next: LocalisedText.nullish(), // what the person can do now
  appealUntil: z.iso.date().nullish(), // absent: three months, APPC art. 91
})

const Executed = z.strictObject({ is: z.literal('executed'), on: z.iso.date() })
const Refused = z.strictObject({ is: z.literal('refused'), on: z.iso.date(), refusal: RefusalMessage })

/** Known words are read strictly; a word that we do not know makes the status unclear (S-33). */
const Unknown = z.strictObject({
  is: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .refine(word => !['accepted', 'executed', 'refused'].includes(word)),
})
const StatusMessage = z.union([z.strictObject({ is: z.literal('accepted') }), Executed, Refused, Unknown])

const OperationMessage = z.strictObject({
  on: z.iso.date(),
  amount: MoneyMessage.nullable(),
  contractType: z.enum(CONTRACT_TYPES),
  status: z.enum(SHOWN_STATUSES),
})

/** A line of text: no control characters, which could turn or hide what a page shows. */
const Line = z.string().regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+$/u)

export const ApplicationMessage = z.strictObject({
  iin: z.string().regex(/^\d{12}$/),
  series: z.string().regex(/^[a-z0-9-]{1,40}$/),
  number: Line.max(40),
  kind: z.enum(KIND_IDS as [KindId, ...KindId[]]),
  contractTypes: z.array(z.enum(CONTRACT_TYPES)).min(1).max(4),
  filedOn: z.iso.date(),
  receivedAt: z.iso.datetime({ offset: true }),
  counterparty: z.strictObject({ name: LocalisedText }).nullable(),
  amount: MoneyMessage.nullable(),
  purpose: z.enum(PURPOSES).nullable(),
  operatorRelease: z.enum(['yes', 'no', 'unknown']).nullable(),
  status: StatusMessage.nullable(), // null: the core does not know
  operations: z.array(OperationMessage).max(1000),
})
export type ApplicationMessage = z.infer<typeof ApplicationMessage>

export const StatusEventMessage = z.strictObject({
  id: z.uuid(), // the core repeats an event until we answer; the id makes the repeat harmless
  application: ApplicationId,
  status: z.discriminatedUnion('is', [Executed, Refused]),
})
export type StatusEventMessage = z.infer<typeof StatusEventMessage>

export const ClaimMessage = z.strictObject({ claimId: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/) })

export type ReportedStatus = ApplicationMessage['status']
export type RefusedMessage = z.infer<typeof Refused>
export type ExecutedMessage = z.infer<typeof Executed>

/** What the core says, as one of four words. */
export function reportedWord(status: ReportedStatus): 'accepted' | 'executed' | 'refused' | 'unclear' {
  const word = status?.is
  return word === 'accepted' || word === 'executed' || word === 'refused' ? word : 'unclear'
}
