// What the fund's core tells us and asks of us.
import { recordAct } from '../audit/act.ts'
import { claimExecution, releaseExecution } from '../intake/claim-execution.ts'
import { findCoreKey } from '../intake/core-key.ts'
import { receiveApplication } from '../intake/receive-application.ts'
import { recordStatusEvent } from '../intake/record-status-event.ts'
import type { World } from './world.ts'

export function coreParts({ sql, now, log }: World) {
  const needs = { sql, now, alarm: (facts: object) => log('error', 'core-contradiction', facts) }
  return {
    receive: receiveApplication(needs),
    claim: claimExecution(needs),
    release: releaseExecution(needs),
    recordEvent: recordStatusEvent(needs),
    findKey: findCoreKey(sql),
    record: (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act),
    now,
  }
}
