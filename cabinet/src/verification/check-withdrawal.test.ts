// The work of a check, step by step: what opens nothing costs the same, whichever part is wrong.
import { describe, expect, it } from 'vitest'
import { parseIin } from '../citizens/iin.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { registrationCodes } from '../withdrawal/registration-code.ts'
import { checkWithdrawal, type KnownNumber } from './check-withdrawal.ts'

const NOW = new Date('2026-06-17T07:00:00Z')
const HASH = keyedHash(['00'.repeat(32)])
const IIN = parseIin('801332400126')
if (!IIN) throw new Error('no IIN')
const KNOWN: KnownNumber = { number: '1042-ОЖ', receivedAt: NOW, iin: IIN, code: undefined }
const [CODE] = registrationCodes(KNOWN, HASH)

async function checked(typed: { number: string; code: string }, reader?: string) {
  const steps: string[] = []
  const outcome = await checkWithdrawal({
    attempt: async () => {
      steps.push('counted')
      return { allowed: true }
    },
    findNumber: async number => {
      steps.push('looked for')
      return number === KNOWN.number ? KNOWN : undefined
    },
    codesOf: registered => {
      steps.push('codes computed')
      return registrationCodes(registered, HASH)
    },
    findWithdrawal: async () => ({
      ...{ application: 'a-1', kind: 'bank-details', applicationNumber: '1114647-ИБР' },
      ...{ registeredAt: NOW, method: 'eds', issuer: 'ҰКО', stampedAt: undefined },
    }),
    findPerson: async () => undefined,
    record: async ({ act }) => void steps.push(act),
    now: () => NOW,
  })({ ...typed, address: '192.0.2.1', reader, request: 'r-1' })
  return { outcome: outcome.kind, steps }
}

describe('a check of a withdrawal', () => {
  it('does the same work for a wrong number, a wrong code, and no number at all', async () => {
    const alike = { outcome: 'refusal', steps: ['counted', 'looked for', 'codes computed'] }
    expect(await checked({ number: '1042', code: '0'.repeat(20) })).toEqual(alike)
    expect(await checked({ number: '1043', code: CODE })).toEqual(alike)
    expect(await checked({ number: 'no number', code: '' })).toEqual(alike)
  })

  it('leaves a line, unless the person looks', async () => {
    const typed = { number: '1042', code: CODE }
    expect(await checked(typed)).toMatchObject({ outcome: 'found', steps: { 3: 'withdrawal-checked' } })
    expect((await checked(typed, IIN)).steps).toHaveLength(3)
  })
})
