// The fund's core as the journeys need it: files applications of their own, claims and executes them.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Answer, type CoreClient, coreClient, type IntakeApplication } from '@otinish/simulators/core/client'
import type { OpenWorld } from './world.ts'

export function coreOf(world: OpenWorld): CoreClient {
  return coreClient(world.url, readFileSync(join(world.dataDir, 'core-key'), 'utf8').trim())
}

let filed = 0

/** Files a bank-details change of a person, accepted for processing; gives its id and printed number. */
export async function fileBankDetails(
  world: OpenWorld,
  iin: string,
  change: Partial<IntakeApplication> = {},
): Promise<{ id: string; number: string }> {
  const id = `e2e-${randomUUID()}`
  const number = `${7_000_000 + world.workerIndex * 10_000 + filed++}-ИБР`
  const now = world.now()
  const answer: Answer = await coreOf(world).put(id, {
    iin,
    series: 'bank-details',
    number,
    kind: 'bank-details',
    contractTypes: ['mandatory'],
    filedOn: now.toISOString().slice(0, 10),
    receivedAt: now.toISOString(),
    counterparty: null,
    amount: null,
    purpose: null,
    operatorRelease: null,
    status: { is: 'accepted' },
    operations: [],
    ...change,
  })
  if (answer.status >= 300) throw new Error(`the core's application was not taken: ${JSON.stringify(answer)}`)
  return { id, number }
}
