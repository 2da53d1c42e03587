// What a person chose to be told by mail and SMS. Pure: read from what is kept, and changed without losing what another
// window changed meanwhile.
import { CHANNELS, type Channel, type Contacts } from '../accounts/contact.ts'
import { EVENTS, type Event, TERMS } from './event.ts'

/** The proof of a withdrawal itself, as files: by mail alone, and only for whoever asked for it. */
export const PROOF = 'proof.mail'

/** 'executed.sms': of an execution by SMS. */
export type Choice = `${Event}.${Channel}` | typeof PROOF
export type Choices = ReadonlySet<Choice>

const ALL: readonly Choice[] = [
  ...EVENTS.flatMap(event => CHANNELS.map((channel): Choice => `${event}.${channel}`)),
  PROOF,
]

/** As it is kept: the channels of each event. */
export type StoredChoices = Readonly<Partial<Record<Event | 'proof', readonly Channel[]>>>

/** An event of which nothing is kept goes as it usually does: also one that came after the person chose. */
export function readChoices(stored: StoredChoices): Choices {
  return new Set<Choice>([
    ...EVENTS.flatMap(event => (stored[event] ?? TERMS[event].usually).map((channel): Choice => `${event}.${channel}`)),
    ...(stored.proof?.includes('mail') ? ([PROOF] as const) : []),
  ])
}

export function toStored(choices: Choices): StoredChoices {
  const channels = (event: Event) => CHANNELS.filter(channel => choices.has(`${event}.${channel}`))
  const proof = choices.has(PROOF) ? ['mail'] : []
  return Object.fromEntries([...EVENTS.map(event => [event, channels(event)]), ['proof', proof]])
}

/** Those of ours among what a form says; anything else is nobody's choice. */
export function parseChoices(names: readonly string[]): Choices {
  const given = new Set(names)
  return new Set(ALL.filter(choice => given.has(choice)))
}

/** What stands, with the difference between what the form showed and what was ticked in it. */
export function changed(stands: Choices, shown: Choices, ticked: Choices): Choices {
  return new Set(ALL.filter(choice => (shown.has(choice) === ticked.has(choice) ? stands : ticked).has(choice)))
}

export function without(these: Choices, others: Choices): readonly Choice[] {
  return [...these].filter(choice => !others.has(choice))
}

export function verifiedChannels({ mail, phone }: Contacts): readonly Channel[] {
  return [...(mail === undefined ? [] : (['mail'] as const)), ...(phone === undefined ? [] : (['sms'] as const))]
}

/** The events that must reach the person and no longer would. */
export function silenced(choices: Choices, verified: readonly Channel[]): readonly Event[] {
  return EVENTS.filter(event => TERMS[event].mustReach && !verified.some(channel => choices.has(`${event}.${channel}`)))
}
