// A choice in words: «Өтініш орындалды (SMS)».
import type { Messages } from '../web/messages/kk.ts'
import { PROOF } from './choices.ts'

type Words = Messages['choices']

/** One that a newer version knows is named as it is kept. */
export function choiceName(t: Words, choice: string): string {
  if (choice === PROOF) return t.proof.title
  const [event = '', channel = ''] = choice.split('.')
  const name = wordOf(t.event, event)
  const by = wordOf(t.channel, channel)
  return name === undefined || by === undefined ? choice : `${name} (${by})`
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(words, key) ? words[key] : undefined
}
