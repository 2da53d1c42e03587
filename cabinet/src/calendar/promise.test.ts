import { describe, expect, it } from 'vitest'
import { firstPromise, type KeptDeadline, recount } from './promise.ts'

const RECEIVED = new Date('2026-06-16T10:52:27+05:00')
const LATER = new Date('2026-06-18T09:00:00+05:00')
const FIRST = firstPromise({ date: '2026-06-29', version: 'v1', at: RECEIVED })
const by = (kept: KeptDeadline, date: string, version: string) => recount(kept, { date, version, at: LATER })

describe('a newer calendar', () => {
  it('that gives the same date explains it from now on', () => {
    expect(by(FIRST, '2026-06-29', 'v2')).toEqual({
      outcome: 'same',
      deadline: { ...FIRST, calendarVersion: 'v2', promisedVersion: 'v2', recountedAt: LATER },
    })
  })

  it('that gives an earlier date moves the promise, and what was promised before is remembered', () => {
    expect(by(FIRST, '2026-06-26', 'v2')).toEqual({
      outcome: 'earlier',
      deadline: {
        dueOn: '2026-06-26',
        promisedOn: '2026-06-26',
        calendarVersion: 'v2',
        promisedVersion: 'v2',
        countedAt: LATER,
        recountedAt: LATER,
        moved: { from: '2026-06-29', version: 'v1' },
        sequence: 1,
      },
    })
  })

  it('that gives a later date leaves the promise as it was, explained by the calendar that it was counted with', () => {
    expect(by(FIRST, '2026-06-30', 'v2')).toEqual({
      outcome: 'later',
      deadline: { ...FIRST, dueOn: '2026-06-30', calendarVersion: 'v2', recountedAt: LATER },
    })
  })

  it('is measured against the promise, not against the calendar before it', () => {
    const kept = by(FIRST, '2026-07-01', 'v2').deadline
    expect(by(kept, '2026-06-30', 'v3')).toMatchObject({ outcome: 'later', deadline: { promisedOn: '2026-06-29' } })
    expect(by(kept, '2026-06-29', 'v3')).toMatchObject({ outcome: 'same', deadline: { promisedVersion: 'v3' } })
    expect(by(kept, '2026-06-26', 'v3')).toMatchObject({
      outcome: 'earlier',
      deadline: { moved: { from: '2026-06-29', version: 'v1' } },
    })
  })
})
