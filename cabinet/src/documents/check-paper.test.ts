// The work of a check, step by step: what opens nothing costs the same, whatever is wrong with it.
import { describe, expect, it } from 'vitest'
import { anApplication } from '../applications/test-applications.ts'
import { checkPaper } from './check-paper.ts'
import type { KeptPaper } from './paper-store.ts'
import { aCertificate, CODE } from './test-papers.ts'

const NOW = new Date('2026-06-17T07:00:00Z')
const until = (valid_until: Date): KeptPaper => ({
  iin: '801332400126',
  application: 'a-1',
  facts: aCertificate(),
  issued_at: NOW,
  valid_until,
})

async function checked(typed: string, kept: KeptPaper | undefined, reader?: string) {
  const steps: string[] = []
  const noted = <T>(step: string, answer: T): T => {
    steps.push(step)
    return answer
  }
  const outcome = await checkPaper({
    attempt: async () => noted('counted', { allowed: true }),
    findPaper: async code => noted(`looked for by ${code.length} bytes`, kept),
    findApplication: async () => noted('read', anApplication()),
    record: async ({ act }) => void steps.push(act),
    now: () => NOW,
  })({ typed, address: '192.0.2.1', reader, request: 'r-1' })
  return { outcome: outcome.kind, steps }
}

describe('a code', () => {
  it('is looked for in the same way whether it is none, unknown or run out', async () => {
    const alike = { outcome: 'refusal', steps: ['counted', 'looked for by 32 bytes'] }
    expect(await checked('', undefined)).toEqual(alike)
    expect(await checked('x'.repeat(300), undefined)).toEqual(alike)
    expect(await checked(CODE, undefined)).toEqual(alike)
    expect(await checked(CODE, until(NOW))).toEqual(alike)
  })

  it('of a paper that holds leaves a line, unless its owner looks', async () => {
    const paper = until(new Date(NOW.getTime() + 1))
    expect((await checked(CODE, paper)).steps).toEqual(['counted', 'looked for by 32 bytes', 'read', 'paper-checked'])
    expect((await checked(CODE, paper, paper.iin)).steps).toEqual(['counted', 'looked for by 32 bytes', 'read'])
  })
})
