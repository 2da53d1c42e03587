// Who may take an alarm back, and how long an alert may be answered.
import { describe, expect, it } from 'vitest'
import { answerableUntil, decideLift } from './decide.ts'

const RAISED = new Date('2026-06-17T12:00:00+05:00')
const AFTER = new Date('2026-06-17T12:05:00+05:00')
const BEFORE = new Date('2026-06-17T11:55:00+05:00')

describe('an alarm', () => {
  it.each([
    ['eds', AFTER, 'lift', 'a signature made since then is the person'],
    ['egov-mobile', AFTER, 'lift', 'so is one made with the phone'],
    ['password', AFTER, 'alarm-needs-signature', 'a password may be what was stolen'],
    ['eds', BEFORE, 'alarm-needs-signature', 'a signature from before proves nothing about now'],
    ['egov-mobile', BEFORE, 'alarm-needs-signature', 'likewise'],
    ['eds', undefined, 'alarm-needs-signature', 'of other steps it is not known how old the signature is'],
  ] as const)(
    'by %s with what was made to be signed at %s: %s, for %s',
    (signedInBy, provedSince, ruling, _because) => {
      expect(decideLift(RAISED, { signedInBy, provedSince })).toBe(ruling)
    },
  )

  it('that was never raised is not lifted', () => {
    expect(decideLift(undefined, { signedInBy: 'eds', provedSince: AFTER })).toBe('not-raised')
  })
})

it('an alert may be answered for seven days', () => {
  expect(answerableUntil(RAISED)).toEqual(new Date('2026-06-24T12:00:00+05:00'))
})
