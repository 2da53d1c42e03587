// The end of each way in: nobody is let in whom the state database does not let in, whichever way they came.
import { expect, it } from 'vitest'
import { aPerson } from '../applications/test-applications.ts'
import type { Act } from '../audit/act.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import { enter } from './enter.ts'
import { WAYS } from './session.ts'

const NOW = new Date('2026-06-17T07:00:00Z')
const VISITOR = { session: undefined, device: undefined, agent: 'test', address: '127.0.0.1' }
const { iin } = aPerson()

function door(answer: PersonAnswer) {
  const begun: string[] = []
  const acts: Act[] = []
  const open = enter({
    personToSignIn: async () => answer,
    beginSession: async ({ by, proof }) => {
      if (proof.stillProved) return undefined
      begun.push(by)
      return { session: 's', device: 'd' }
    },
    record: async act => void acts.push(act),
    now: () => NOW,
  })
  return { open, begun, acts }
}

for (const way of WAYS) {
  it(`by ${way} a person who may comes in`, async () => {
    const { open, begun } = door({ kind: 'person', person: aPerson() })
    expect((await open(iin, way, VISITOR)).kind).toBe('signed-in')
    expect(begun).toEqual([way])
  })

  it(`by ${way} nobody comes in when what proved them holds no longer, and a line says so`, async () => {
    const { open, begun, acts } = door({ kind: 'person', person: aPerson() })
    const refused = { kind: 'refusal', code: 'password-wrong' }
    expect(await open(iin, way, VISITOR, { stillProved: async () => false })).toEqual(refused)
    expect(begun).toEqual([])
    expect(acts).toMatchObject([{ act: 'sign-in-refused', iin, outcome: 'password-wrong' }])
  })

  for (const code of ['person-unknown', 'person-not-capable', 'person-data-unavailable'] as const)
    it(`by ${way} nobody comes in when the answer is ${code}, and a line says so`, async () => {
      const { open, begun, acts } = door({ kind: 'refusal', code })
      expect(await open(iin, way, VISITOR)).toEqual({ kind: 'refusal', code })
      expect(begun).toEqual([])
      expect(acts).toMatchObject([{ act: 'sign-in-refused', iin, outcome: code, at: NOW }])
    })
}
