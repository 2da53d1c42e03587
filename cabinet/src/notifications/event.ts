// What a person can be told about, and how it reaches them unless they choose otherwise. Pure.
import type { Channel } from '../accounts/contact.ts'
import type { Notice } from './notice.ts'

export const EVENTS = [
  'received',
  'deadline',
  'execution',
  'executed',
  'refused',
  'documents',
  'unclear',
  'withdrawal',
  'security',
] as const
export type Event = (typeof EVENTS)[number]

/** Of these nobody chooses: they go by every verified channel. Whoever acts in a person's name would switch them off first. */
export type AlwaysTold = 'alarm'

export type Terms = {
  readonly usually: readonly Channel[]
  readonly mustReach: boolean // by one verified channel at least: silence would help whoever did it in the person's name
}

/** What happens goes by mail; by SMS too what one must hear of at once. */
export const TERMS: Readonly<Record<Event, Terms>> = {
  received: { usually: ['mail'], mustReach: false },
  deadline: { usually: ['mail'], mustReach: false },
  execution: { usually: ['mail', 'sms'], mustReach: false }, // from here on it cannot be withdrawn
  executed: { usually: ['mail', 'sms'], mustReach: false },
  refused: { usually: ['mail', 'sms'], mustReach: false }, // the term of an appeal runs
  documents: { usually: [], mustReach: false }, // they come with what is told anyway
  unclear: { usually: ['mail'], mustReach: false },
  withdrawal: { usually: ['mail', 'sms'], mustReach: true },
  security: { usually: ['mail', 'sms'], mustReach: true },
}

const EVENT_OF: Readonly<Record<Notice['kind'], Event | AlwaysTold>> = {
  'bank-details-filed': 'alarm',
  'withdrawal-drafted': 'alarm',
  'alarm-raised': 'alarm',
  'alarm-lifted': 'alarm',
  registered: 'security',
  'new-device': 'security',
  'password-changed': 'security',
  'password-recovered': 'security',
  'contact-changed': 'security',
  'signed-out-everywhere': 'security',
  'choices-changed': 'security',
  'application-received': 'received',
  'deadline-moved': 'deadline',
  'execution-started': 'execution',
  'execution-released': 'execution',
  'application-executed': 'executed',
  'sum-released': 'executed',
  'operation-added': 'executed',
  'application-refused': 'refused',
  'document-arrived': 'documents',
  'status-unclear': 'unclear',
  'status-clear': 'unclear',
  withdrawn: 'withdrawal',
  'not-withdrawn': 'withdrawal',
}

export function eventOf(kind: Notice['kind']): Event | AlwaysTold {
  return EVENT_OF[kind]
}
