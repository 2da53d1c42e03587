// What the fund's core tells us and asks of us.
import { recordAct } from '../audit/act.ts'
import { claimExecution, releaseExecution } from '../intake/claim-execution.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { recordStatusEvent } from '../intake/record-status-event.ts'
import { coreKeys } from './core-keys.ts'
import type { DeadlineParts } from './deadlines.ts'
import type { World } from './world.ts'

export function coreParts(world: World, deadlines: DeadlineParts) {
  const { sql, now, log } = world
  const needs = {
    sql,
    now,
    keepDeadline: deadlines.keep,
    alarm: (facts: object) => log('error', 'core-contradiction', facts),
  }
  return {
    receive: receiveApplication(needs),
    claim: claimExecution(needs),
    release: releaseExecution(needs),
    recordEvent: recordStatusEvent(needs),
    findKey: coreKeys(world),
    record: (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act),
    now,
  }
}
