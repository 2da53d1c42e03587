// Withdrawing: the draft, the signature, what is kept.
import { randomUUID } from 'node:crypto'
import { readApplication } from '../applications/read-application.ts'
import { personForStatement } from '../citizens/look-up-person.ts'
import { completionStore } from '../withdrawal/completion-store.ts'
import { findDraft, findLiveDraft, isAlarmed, keepDraft, toDraft } from '../withdrawal/draft-store.ts'
import { finishUndecided } from '../withdrawal/finish-undecided.ts'
import { judgeSignature } from '../withdrawal/judge.ts'
import { lastMethod } from '../withdrawal/last-method.ts'
import { findRegistration } from '../withdrawal/read-registration.ts'
import { statementRenderer } from '../withdrawal/render-statement.ts'
import { signDraft } from '../withdrawal/sign-draft.ts'
import { startDraft } from '../withdrawal/start-draft.ts'
import { personNeeds } from './citizens.ts'
import { evidenceParts } from './evidence.ts'
import type { Whose } from './sign-in.ts'
import type { World } from './world.ts'

export type WithdrawalParts = ReturnType<typeof withdrawalParts>

export function withdrawalParts(world: World, whose: Whose) {
  const { sql, now, config, log, vault } = world
  const completion = { store: completionStore(sql, vault), judge: judgeSignature(whose), now, newId: randomUUID }
  return {
    startDraft: startDraft({
      readApplication: (iin, id) => readApplication(sql, iin, id),
      findLive: findLiveDraft(sql, vault),
      isAlarmed: iin => isAlarmed(sql, iin),
      personForStatement: personForStatement(personNeeds(world), config.PERSON_RECORD_HOURS),
      render: statementRenderer(world.typeset),
      keep: keepDraft(sql, vault),
      toDraft: (row, at) => toDraft(sql, row, at),
      now,
    }),
    holdHours: config.HOLD_HOURS,
    now,
    findDraft: findDraft(sql, vault, now),
    sign: signDraft({ ...completion, holdHours: config.HOLD_HOURS }),
    findRegistration: findRegistration(sql),
    ...evidenceParts(world),
    lastMethod: lastMethod(sql),
    finishUndecided: finishUndecided({ ...completion, report: (event, facts) => log('error', event, facts) }),
  }
}
