// What the fund's core sends of an application. Strict: an unknown field is somebody's mistake.
import { z } from '@hono/zod-openapi'
import { APPLICATION_ID, CONTRACT_TYPES, PURPOSES, SHOWN_STATUSES } from '../applications/application.ts'
import { KIND_IDS } from '../applications/kinds.ts'
import type { Word } from './decide.ts'

/** Words in lines: nothing that could turn or hide what a page shows, and nothing that PostgreSQL cannot keep. */
const Text = z
  .string()
  .min(1)
  .max(1000)
  .refine(text => /^(?:[^\p{Cc}\p{Cs}\p{Bidi_Control}]|[\t\r\n])*$/u.test(text), 'no control characters')

const ofOurTime = (text: string) => /^(19|20|21)\d\d-/.test(text)
const Day = z.iso.date().refine(ofOurTime, 'a year from 1900 to 2199')
const LocalisedText = z.strictObject({ kk: Text, ru: Text, en: Text })

const MoneyMessage = z.strictObject({
  value: z.string().regex(/^\d{1,15}\.\d{2}$/, 'two decimals, a dot, no sign'),
  currency: z.literal('KZT'),
})

/** An id stands in addresses, where dots alone lead elsewhere. */
export const ApplicationId = z
  .string()
  .regex(APPLICATION_ID)
  .refine(id => !/^\.+$/.test(id), 'more than dots')

const RefusalMessage = z.strictObject({
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  text: LocalisedText,
  next: LocalisedText.nullish(), // what the person can do now
  appealUntil: Day.nullish(), // absent: three months, APPC art. 91
})

const Executed = z.strictObject({ is: z.literal('executed'), on: Day })
const Refused = z.strictObject({ is: z.literal('refused'), on: Day, refusal: RefusalMessage })

/** Known words are read strictly; a word that we do not know makes the status unclear (S-33). */
const Unknown = z.strictObject({
  is: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .refine(word => !['accepted', 'executed', 'refused'].includes(word)),
})
const StatusMessage = z.union([z.strictObject({ is: z.literal('accepted') }), Executed, Refused, Unknown])

const OperationMessage = z.strictObject({
  on: Day,
  amount: MoneyMessage.nullable(),
  contractType: z.enum(CONTRACT_TYPES),
  status: z.enum(SHOWN_STATUSES),
})

/** A line of text: no control characters, which could turn or hide what a page shows. */
const Line = z
  .string()
  .min(1)
  .max(40)
  .refine(text => /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u.test(text), 'no control characters')

export const ApplicationMessage = z.strictObject({
  iin: z.string().regex(/^\d{12}$/),
  series: z.string().regex(/^[a-z0-9-]{1,40}$/),
  number: Line,
  kind: z.enum(KIND_IDS),
  contractTypes: z.array(z.enum(CONTRACT_TYPES)).min(1).max(4),
  filedOn: Day,
  receivedAt: z.iso.datetime({ offset: true }).refine(ofOurTime, 'a year from 1900 to 2199'),
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
export type EndMessage = z.infer<typeof Executed> | z.infer<typeof Refused>

/** What the core says, as one of four words. */
export function reportedWord(status: ReportedStatus): Word {
  const word = status?.is
  return word === 'accepted' || word === 'executed' || word === 'refused' ? word : 'unclear'
}

/** An executed or a refused one: `Unknown` admits neither word. */
export function isEnd(status: ReportedStatus): status is EndMessage {
  return status?.is === 'executed' || status?.is === 'refused'
}

/** The day of the end that is reported, if one is. */
export function endOn(status: ReportedStatus): string | undefined {
  return isEnd(status) ? status.on : undefined
}
