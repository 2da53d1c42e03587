// What a person is told about: what happened to their account or to an application. Facts alone; the words come later.
import { z } from 'zod'

const Way = z.enum(['eds', 'password', 'egov-mobile'])
const Channel = z.enum(['mail', 'sms'])

const ofApplication = <K extends string>(kind: K) =>
  z.object({ kind: z.literal(kind), id: z.string(), number: z.string() })

/** As it is kept. A kind that is told once stays readable for ever: kinds are added, never taken away. */
const Notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registered') }),
  z.object({ kind: z.literal('new-device'), way: Way, device: z.string() }), // 'Chrome, Windows'
  z.object({ kind: z.literal('password-changed') }),
  z.object({ kind: z.literal('password-recovered') }),
  z.object({ kind: z.literal('contact-changed'), channel: Channel }),
  z.object({ kind: z.literal('signed-out-everywhere') }),
  z.object({ kind: z.literal('choices-changed'), off: z.array(z.string()) }), // 'executed.sms' is no longer sent
  z.object({ kind: z.literal('alarm-raised'), checking: z.array(z.string()) }), // numbers of applications: too late to stop
  z.object({ kind: z.literal('alarm-lifted'), way: Way }),
  ofApplication('application-received'),
  ofApplication('bank-details-filed'),
  ofApplication('withdrawal-drafted'), // not signed yet
  ofApplication('deadline-moved').extend({ from: z.string(), to: z.string(), version: z.string() }), // by a newer calendar
  ofApplication('execution-started'), // claimed: it can no longer be withdrawn
  ofApplication('execution-released'),
  ofApplication('application-executed'),
  ofApplication('application-refused'),
  ofApplication('sum-released'), // a lump sum, by the operator
  ofApplication('operation-added'), // to others of the same application
  ofApplication('document-arrived'),
  ofApplication('status-unclear'),
  ofApplication('status-clear'),
  ofApplication('withdrawn').extend({ registration: z.string() }),
  ofApplication('not-withdrawn'), // a signature that was held did not count
])
export type Notice = Readonly<z.infer<typeof Notice>>

/** Of an application: what is sent of it leads to its page. */
export type ApplicationNotice = Extract<Notice, { readonly number: string }>

export function isOfApplication(notice: Notice): notice is ApplicationNotice {
  return 'number' in notice
}

/** An alert: what is sent of it leads to where one says that it was somebody else. */
export function isAlert({ kind }: { readonly kind: string | null }): boolean {
  return kind === 'bank-details-filed' || kind === 'withdrawal-drafted'
}

export type StoredNotice = { readonly kind: string; readonly facts: unknown }

/** Undefined: a newer instance wrote it, while instances of two versions run. */
export function readNotice({ kind, facts }: StoredNotice): Notice | undefined {
  const known = z.object({}).loose().safeParse(facts)
  return Notice.safeParse({ ...known.data, kind }).data
}
