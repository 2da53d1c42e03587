// The work that is done for a password, step by step: whether there is such a person must not be told by what is left out.
import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import { confirmPassword } from './confirm-password.ts'
import type { PasswordCheck } from './password.ts'

const NOW = new Date('2026-06-16T07:00:00Z')
const AGAIN = new Date('2026-06-16T07:00:02Z')
const KNOWN = '851315400107'
const HASH = '$argon2id$kept'

type Circumstances = { readonly check?: PasswordCheck; readonly again?: Date; readonly knownDevice?: boolean }

/** Answers as told and keeps, in order, what was asked for. */
function desk({ check = 'right', again, knownDevice = false }: Circumstances = {}) {
  const steps: string[] = []
  const step = async <T>(name: string, answer: T): Promise<T> => {
    steps.push(name)
    return answer
  }
  const confirm = confirmPassword({
    knownDevice: () => step('device', knownDevice ? 'id' : undefined),
    attempt: ({ keys }) =>
      step(`attempt ${keys.map(key => key.split(':')[0])}`, again ? { allowed: false, again } : { allowed: true }),
    forgive: keys => step(`forgive ${keys.length}`, undefined),
    giveBack: keys => step(`give back ${keys.length}`, undefined),
    findHash: iin => step('find', iin === KNOWN ? HASH : undefined),
    check: (_, hash) => step('check', hash === undefined && check === 'right' ? 'wrong' : check),
    renew: () => step('renew', undefined),
    now: () => NOW,
  })
  return {
    steps,
    ask: (iin: string, device?: string) => confirm({ iin: iinOf(iin), password: 'x', visitor: visitor(device) }),
  }
}

const visitor = (device: string | undefined) => ({ session: undefined, device, agent: '', address: '192.0.2.7' })

function iinOf(text: string) {
  const iin = parseIin(text)
  if (!iin) throw new Error(`no IIN: ${text}`)
  return iin
}

describe('a wrong password', () => {
  it('costs the same work and gets the same answer for a person that there is and for one that there is not', async () => {
    const known = desk({ check: 'wrong' })
    const unknown = desk({ check: 'wrong' })
    expect(await known.ask(KNOWN, 'device')).toEqual(await unknown.ask('999999999999', 'device'))
    expect(known.steps).toEqual(['device', 'attempt person,address', 'find', 'check'])
    expect(unknown.steps).toEqual(known.steps)
  })
})

describe('a password', () => {
  it('is counted before it is looked at, and not looked at when there were too many', async () => {
    const { ask, steps } = desk({ again: AGAIN })
    expect(await ask(KNOWN)).toEqual({ kind: 'refusal', code: 'too-many-tries', again: AGAIN })
    expect(steps).toEqual(['attempt person,address'])
  })

  it('that is right forgives what was tried', async () => {
    const { ask, steps } = desk()
    expect(await ask(KNOWN)).toEqual({ kind: 'right' })
    expect(steps).toEqual(['attempt person,address', 'find', 'check', 'forgive 2', 'renew'])
  })

  it('on a device of the person is counted for that device alone', async () => {
    const { ask, steps } = desk({ knownDevice: true, check: 'wrong' })
    await ask(KNOWN, 'device')
    expect(steps).toContain('attempt device')
  })

  it('that nobody had time to check does not count', async () => {
    const { ask, steps } = desk({ check: 'busy' })
    expect(await ask(KNOWN)).toEqual({ kind: 'refusal', code: 'passwords-busy' })
    expect(steps.at(-1)).toBe('give back 2')
  })
})
