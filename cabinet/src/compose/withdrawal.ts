// Withdrawing: the draft, the signature, what is kept.
import { readApplication } from '../applications/read-application.ts'
import { personForStatement } from '../citizens/look-up-person.ts'
import { findDraft, findLiveDraft, keepDraft, toDraft } from '../withdrawal/draft-store.ts'
import { finishUndecided } from '../withdrawal/finish-undecided.ts'
import { judgeSignature } from '../withdrawal/judge.ts'
import { findEvidence, findRegistration } from '../withdrawal/registration-store.ts'
import { statementRenderer } from '../withdrawal/render-statement.ts'
import { signDraft } from '../withdrawal/sign-draft.ts'
import { startDraft } from '../withdrawal/start-draft.ts'
import { personNeeds } from './citizens.ts'
import type { Whose } from './sign-in.ts'
import type { World } from './world.ts'

export function withdrawalParts(world: World, whose: Whose) {
  const { sql, now, config, log } = world
  const signing = { sql, now, judge: judgeSignature(whose), holdHours: config.HOLD_HOURS }
  return {
    startDraft: startDraft({
      readApplication: (iin, id) => readApplication(sql, iin, id),
      findLive: (iin, application, at) => findLiveDraft(sql, iin, application, at),
      personForStatement: personForStatement(personNeeds(world), config.PERSON_RECORD_HOURS),
      render: statementRenderer(world.typeset),
      keep: keepDraft(sql),
      toDraft: (row, at) => toDraft(sql, row, at),
      now,
    }),
    findDraft: findDraft(sql, now),
    sign: signDraft(signing),
    findRegistration: findRegistration(sql),
    findEvidence: findEvidence(sql),
    finishUndecided: finishUndecided({ ...signing, report: (event, facts) => log('error', event, facts) }),
  }
}
