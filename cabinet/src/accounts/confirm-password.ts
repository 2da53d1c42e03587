// Is this the password of this person? Guesses are slowed down, and an unknown person is answered as a known one is.
import type { Iin } from '../citizens/iin.ts'
import type { Visitor } from '../sessions/visitor.ts'
import type { PasswordCheck } from './password.ts'
import type { Attempt } from './throttle.ts'
import { addressKey, deviceKey, personKey, type ThrottleKey } from './throttle-rules.ts'

type Needs = {
  readonly knownDevice: (iin: Iin, secret: string) => Promise<string | undefined> // its id
  readonly attempt: (asked: { keys: readonly ThrottleKey[]; now: Date }) => Promise<Attempt>
  readonly forgive: (keys: readonly ThrottleKey[]) => Promise<void>
  readonly giveBack: (keys: readonly ThrottleKey[]) => Promise<void>
  readonly findHash: (iin: Iin) => Promise<string | undefined>
  readonly check: (password: string, hash: string | undefined) => Promise<PasswordCheck>
  readonly renew: (iin: Iin, password: string, hash: string) => Promise<void>
  readonly now: () => Date
}

export type PasswordQuestion = { readonly iin: Iin; readonly password: string; readonly visitor: Visitor }

export type PasswordAnswer =
  | { readonly kind: 'right' }
  | { readonly kind: 'refusal'; readonly code: 'password-wrong' | 'passwords-busy' }
  | { readonly kind: 'refusal'; readonly code: 'too-many-tries'; readonly again: Date }

/** For signing in, and wherever somebody who is signed in must show again that it is they. */
export const confirmPassword =
  (needs: Needs) =>
  async ({ iin, password, visitor }: PasswordQuestion): Promise<PasswordAnswer> => {
    const keys = await keysFor(needs, iin, visitor)
    const attempt = await needs.attempt({ keys, now: needs.now() })
    if (!attempt.allowed) return { kind: 'refusal', code: 'too-many-tries', again: attempt.again }
    const hash = await needs.findHash(iin)
    const checked = await needs.check(password, hash)
    if (checked === 'wrong') return { kind: 'refusal', code: 'password-wrong' }
    if (checked === 'busy') {
      await needs.giveBack(keys)
      return { kind: 'refusal', code: 'passwords-busy' }
    }
    await needs.forgive(keys)
    if (hash !== undefined) await needs.renew(iin, password, hash)
    return { kind: 'right' }
  }

/** Whoever has signed in from this device before is counted alone, and is not held back by what others at the address do. */
async function keysFor({ knownDevice }: Needs, iin: Iin, { device, address }: Visitor): Promise<ThrottleKey[]> {
  const id = device === undefined ? undefined : await knownDevice(iin, device)
  return id === undefined ? [personKey(iin), addressKey(address)] : [deviceKey(iin, id)]
}
