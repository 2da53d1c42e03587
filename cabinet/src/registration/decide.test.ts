import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import { mayOpen, stepOf } from './decide.ts'
import { type Address, type Registration, STEPS, type Step } from './registration.ts'

const address = (verified: boolean): Address => ({ address: 'a@example.kz', code: 'c', verified })

function aRegistration(over: Partial<Registration> = {}): Registration {
  const iin = parseIin('851315400107')
  if (!iin) throw new Error('not an IIN')
  const expiresAt = new Date('2026-06-16T07:30:00Z')
  return {
    iin,
    way: 'eds',
    expiresAt,
    confirmed: true,
    mail: address(true),
    phone: address(true),
    done: false,
    ...over,
  }
}

const AT: Readonly<Record<Step, Registration>> = {
  person: aRegistration({ confirmed: false, mail: undefined, phone: undefined }),
  contacts: aRegistration({ mail: undefined, phone: undefined }),
  codes: aRegistration({ phone: address(false) }),
  password: aRegistration(),
  done: aRegistration({ done: true }),
}

describe('the next step of registering', () => {
  for (const step of STEPS) it(`is ${step} when all before it is proved`, () => expect(stepOf(AT[step])).toBe(step))

  it('is the codes until both have come back', () => {
    expect(stepOf(aRegistration({ mail: address(false) }))).toBe('codes')
    expect(stepOf(aRegistration({ mail: address(false), phone: address(false) }))).toBe('codes')
  })

  it('is the name first, whatever else is known', () => {
    expect(stepOf(aRegistration({ confirmed: false }))).toBe('person')
  })
})

describe('a step of registering', () => {
  const MAY: Readonly<Record<Step, readonly Step[]>> = {
    person: ['person'],
    contacts: ['person', 'contacts'],
    codes: ['person', 'contacts', 'codes'],
    password: ['person', 'contacts', 'password'],
    done: ['done'],
  }
  for (const current of STEPS)
    it(`may be opened at ${current} only when it is one of: ${MAY[current].join(', ')}`, () => {
      expect(STEPS.filter(asked => mayOpen(asked, AT[current]))).toEqual(MAY[current])
    })
})
