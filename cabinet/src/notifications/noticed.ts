// A channel whose answers are noticed: whether the other side is there. An address that we do not even try says nothing.
import type { SendOutcome } from './outgoing.ts'

type Send<T> = (message: T) => Promise<SendOutcome>

export function noticed<T>(send: Send<T>, observe: (answered: boolean) => void): Send<T> {
  return async message => {
    const outcome = await send(message)
    if (outcome.kind === 'sent') observe(true)
    else if (outcome.kind === 'silent' && outcome.why !== 'left-alone') observe(false)
    else if (outcome.kind === 'refused' && outcome.why !== 'address-unusable') observe(true)
    return outcome
  }
}
