import { describe, expect, it } from 'vitest'
import { type ProofNeeded, proofNeeded } from './decide.ts'

const NOW = new Date('2026-06-16T12:00:00+05:00')
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

describe('before what protects the account is changed', () => {
  it.each<['eds' | 'egov-mobile' | 'password', number, boolean, ProofNeeded]>([
    ['eds', 0, true, 'none'],
    ['egov-mobile', 30, true, 'none'],
    ['eds', 31, true, 'password'],
    ['eds', 31, false, 'sign-in-again'],
    ['eds', 30, false, 'none'],
    ['password', 0, true, 'password'],
    ['password', 0, false, 'sign-in-again'],
  ])('whoever came in by %s %i minutes ago (a password: %s) shows: %s', (signedInBy, minutes, hasPassword, proof) => {
    expect(proofNeeded({ signedInBy, since: ago(minutes) }, hasPassword, NOW)).toBe(proof)
  })
})
