import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { Status } from './application.ts'
import { KIND_IDS, type KindId } from './kinds.ts'
import { ROADS, roadOf } from './road.ts'
import { stepsOf } from './steps.ts'
import { aLumpSum, anApplication, detailsOf } from './test-applications.ts'
import type { Details } from './view.ts'

const written = (details: Details) =>
  stepsOf(details).map(step =>
    step.is === 'done'
      ? step.item.event
      : `${step.is} ${step.what} by ${step.by}${step.is === 'ahead' ? ` until ${step.until}` : ''}`,
  )
const accepted = (kind: KindId) => detailsOf(anApplication({ kind }))

describe('the steps of an application', () => {
  for (const [kind, next] of [
    ['pay-age', ['pay by fund until 2026-06-29', 'credit by bank until undefined']],
    ['ls-housing', ['to-operator by fund until 2026-06-29', 'release by operator until undefined']],
    ['ls-treatment', ['to-operator by fund until 2026-06-29', 'release by operator until undefined']],
    ['ls-return', ['return by fund until 2026-06-29']],
    ['bank-details', ['use-details by fund until 2026-06-29']],
    ['tr-insurance', ['to-insurer by fund until 2026-06-29', 'annuity by insurer until undefined']],
    ['tr-ipm-choose', ['to-manager by fund until 2026-06-29']],
    ['tr-ipm-return', ['to-national-bank by fund until 2026-06-29']],
    ['vpc-refund', ['refund by fund until 2026-06-29', 'credit by bank until undefined']],
    ['ls-car' as KindId, ['decide by fund until 2026-06-29']], // the catalogue does not know it
  ] as const)
    it(`of ${kind}: received, now with the fund, then what usually follows; only the fund has a term`, () =>
      expect(written(accepted(kind))).toEqual([
        'received',
        'now accepted by fund',
        ...next.map(step => `ahead ${step}`),
      ]))

  for (const [status, rest] of [
    [{ is: 'executing' }, ['now executing by fund', 'ahead use-details by fund until 2026-06-29']],
    [{ is: 'unclear', syncedAt: new Date() }, ['now unclear by fund']],
    [{ is: 'withdrawn', registration: '1-ОЖ', at: new Date() }, []],
    [{ is: 'executed', on: '2026-06-17' }, []],
  ] as [Status, string[]][])
    it(`of one that is ${status.is}: nothing is promised that is not known`, () =>
      expect(written(detailsOf(anApplication({ status })))).toEqual(['received', ...rest]))

  it('of a signature that is being checked: it is ours to check, until it is given back', () => {
    const status = { is: 'withdrawing', receivedAt: new Date() } as const
    const until = new Date('2026-06-18T20:00:00Z') // 01:00 on the 19th in Almaty
    const signature = { is: 'checking', receivedAt: new Date(), until, silent: true } as const
    expect(written(detailsOf(anApplication({ status }), { signature }))).toEqual([
      'received',
      'now withdrawing by system',
      'ahead withdrawn by system until 2026-06-19',
    ])
  })

  for (const [operatorRelease, rest] of [
    ['yes', []],
    ['no', ['now not-released by operator']],
    ['unknown', ['now release-unknown by operator']],
    [undefined, []],
  ] as const)
    it(`of an executed lump sum whose release is ${operatorRelease}`, () =>
      expect(written(detailsOf(aLumpSum({ operatorRelease })))).toEqual(['received', ...rest]))

  it('have no date where the term is not known', () => {
    const details = { ...accepted('bank-details'), deadline: undefined }
    expect(written(details).at(-1)).toBe('ahead use-details by fund until undefined')
  })
})

describe('roads', () => {
  it('are known for every kind, begin with the fund, and have their words in every language', () => {
    for (const kind of KIND_IDS) {
      const steps = ROADS[roadOf(kind)]
      expect(steps[0]?.by).toBe('fund')
      for (const language of LANGUAGES)
        for (const { what } of steps) expect(messagesFor(language).road.next[what]).toBeTruthy()
    }
  })
})
