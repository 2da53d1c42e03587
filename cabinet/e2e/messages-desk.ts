// What the service sent in a world: the letters and SMS of an address, and the code in them.
import type { Message } from '@otinish/simulators/messages/inbox'
import { expect, type OpenWorld } from './world.ts'

/** Of one mail address, oldest first. */
export function lettersTo(world: OpenWorld, address: string): Promise<readonly Message[]> {
  return messagesTo(world.simulators.mailPage, address)
}

/** Of one phone, oldest first. */
export function smsTo(world: OpenWorld, phone: string): Promise<readonly Message[]> {
  return messagesTo(world.simulators.smsPage, phone)
}

/** The newest message of which this holds, once there are `count` of them. Others may come before, between and after. */
export async function awaited(
  messages: () => Promise<readonly Message[]>,
  holds: (message: Message) => boolean,
  count = 1,
): Promise<Message> {
  const those = async () => (await messages()).filter(holds)
  await expect.poll(async () => (await those()).length).toBeGreaterThanOrEqual(count)
  const message = (await those()).at(-1)
  if (!message) throw new Error('no message')
  return message
}

/** The six digits of the newest code, once `count` codes have come. */
export async function awaitedCode(messages: () => Promise<readonly Message[]>, count = 1): Promise<string> {
  const { text } = await awaited(messages, one => CODE.test(one.text), count)
  return CODE.exec(text)?.[0] ?? ''
}

/** On a line of its own in a letter, before a full stop in an SMS. The number of an application may have six digits too. */
const CODE = /^\d{6}$|(?<=: )\d{6}(?=\. )/m

async function messagesTo(page: string, to: string): Promise<readonly Message[]> {
  const answer = await fetch(new URL(`messages?${new URLSearchParams({ to })}`, page))
  return (await answer.json()) as readonly Message[]
}
