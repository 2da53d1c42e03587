import { describe, expect, it } from 'vitest'
import type { State } from '../applications/application.ts'
import type { KindId } from '../applications/kinds.ts'
import { decideIntake, decideStatusEvent, type Ruling, type Word } from './decide.ts'

const END: Partial<Record<State, string>> = { executed: '2026-06-20', refused: '2026-06-20' }
const known = (kind: KindId, state: State) => ({ kind, state, closedOn: END[state] })
const said = (word: Word, on = '2026-06-20') => ({
  word,
  on: word === 'executed' || word === 'refused' ? on : undefined,
})

const show = (ruling: Ruling) =>
  ruling.kind === 'refuse'
    ? `${ruling.alarm ? 'alarm' : 'refuse'} ${ruling.problem}`
    : ruling.kind === 'move'
      ? `→ ${ruling.to}`
      : 'keep'

describe('a later message of the core about a change of bank details', () => {
  for (const [state, word, ruling] of [
    ['accepted', 'accepted', 'keep'],
    ['accepted', 'unclear', '→ unclear'],
    ['accepted', 'refused', '→ refused'],
    ['accepted', 'executed', 'alarm claim-needed'],
    ['unclear', 'accepted', '→ accepted'],
    ['unclear', 'unclear', 'keep'],
    ['unclear', 'refused', '→ refused'],
    ['unclear', 'executed', 'alarm claim-needed'],
    ['executing', 'accepted', 'keep'],
    ['executing', 'unclear', 'keep'],
    ['executing', 'refused', 'refuse claim-held'],
    ['executing', 'executed', 'refuse claim-held'],
    ['withdrawing', 'accepted', 'keep'],
    ['withdrawing', 'unclear', 'keep'],
    ['withdrawing', 'refused', 'refuse withdrawal-being-checked'],
    ['withdrawing', 'executed', 'alarm withdrawal-being-checked'],
    ['withdrawn', 'accepted', 'keep'],
    ['withdrawn', 'unclear', 'keep'],
    ['withdrawn', 'refused', 'alarm state-final'],
    ['withdrawn', 'executed', 'alarm state-final'],
    ['executed', 'accepted', 'keep'],
    ['executed', 'executed', 'keep'],
    ['executed', 'refused', 'alarm state-final'],
    ['refused', 'refused', 'keep'],
    ['refused', 'executed', 'alarm state-final'],
  ] as const)
    it(`${state}, "${word}": ${ruling}`, () => {
      expect(show(decideIntake(known('bank-details', state), said(word)))).toBe(ruling)
    })

  it('cannot move the day of an end', () => {
    expect(show(decideIntake(known('bank-details', 'executed'), said('executed', '2026-06-21')))).toBe(
      'alarm state-final',
    )
  })
})

describe('a status event', () => {
  for (const [kind, state, word, ruling] of [
    ['bank-details', 'accepted', 'executed', 'alarm claim-needed'],
    ['bank-details', 'executing', 'executed', '→ executed'],
    ['bank-details', 'executing', 'refused', '→ refused'],
    ['bank-details', 'accepted', 'refused', '→ refused'],
    ['bank-details', 'withdrawing', 'executed', 'alarm withdrawal-being-checked'],
    ['bank-details', 'withdrawn', 'executed', 'alarm state-final'],
    ['bank-details', 'withdrawn', 'refused', 'alarm state-final'],
    ['ls-housing', 'accepted', 'executed', '→ executed'],
    ['ls-housing', 'unclear', 'executed', '→ executed'],
    ['ls-housing', 'executed', 'executed', 'keep'],
    ['ls-housing', 'executed', 'refused', 'alarm state-final'],
  ] as const)
    it(`"${word}" on a ${state} ${kind}: ${ruling}`, () => {
      expect(show(decideStatusEvent(known(kind, state), said(word)))).toBe(ruling)
    })
})
