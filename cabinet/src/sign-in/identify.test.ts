// What is told of a signature under a challenge that nobody can say anything about.
import { expect, it } from 'vitest'
import { TODAY } from '../test-authority.ts'
import { identify } from './identify.ts'

it.each([
  ['revocation-unknown', 'signature-not-checkable'],
  ['busy', 'signature-check-busy'],
  ['check-ended', 'signature-check-ended'], // of that same signature nobody ever will
] as const)('whoever signs in is refused while it is %s: %s', async (why, code) => {
  const identified = await identify({
    useChallenge: async () => ({ text: 'challenge', madeAt: TODAY }),
    whoseSignature: async () => ({ kind: 'unknown', why, iin: undefined }),
    now: () => TODAY,
  })({ challenge: 'c-1', cms: 'cms', starter: 's-1', purpose: 'sign-in' })
  expect(identified).toEqual({ kind: 'refusal', code, judged: true })
})
