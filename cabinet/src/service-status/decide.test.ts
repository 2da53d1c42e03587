// What is said of those outside and of planned work, and when (memo item S-12).
import { describe, expect, it } from 'vitest'
import type { Concern } from '../web/announcement.ts'
import { announcementsOf, planned, standingOf, worstOf } from './decide.ts'
import type { Maintenance } from './maintenance.ts'
import type { Outside, Sighting } from './outside.ts'

const NOW = new Date('2026-12-04T10:00:00Z')
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
const hours = (n: number) => minutes(n * 60)

const seen = (name: Outside, state: Sighting['state'], { since = -30, at = -1 } = {}): Sighting => ({
  name,
  state,
  since: minutes(since),
  at: minutes(at),
})

const work = (
  from: number,
  until: number,
  what: Concern = 'service',
  over: Partial<Maintenance> = {},
): Maintenance => ({
  id: '1',
  what,
  from: hours(from),
  until: hours(until),
  text: undefined,
  cancelledAt: undefined,
  ...over,
})

describe('of one outside', () => {
  it('is said what came of the last call, and when', () => {
    expect(standingOf(seen('persons', 'up'), NOW)).toEqual({ is: 'works', at: minutes(-1) })
    expect(standingOf(seen('persons', 'down'), NOW)).toEqual({ is: 'fails', since: minutes(-30), at: minutes(-1) })
  })

  it('nothing is claimed about now when it was last called more than an hour ago, or never', () => {
    expect(standingOf(seen('core', 'up', { since: -600, at: -60 }), NOW).is).toBe('works')
    expect(standingOf(seen('core', 'up', { since: -600, at: -61 }), NOW)).toEqual({
      is: 'quiet',
      at: minutes(-61),
      was: 'up',
    })
    expect(standingOf(seen('core', 'down', { since: -600, at: -61 }), NOW)).toMatchObject({ is: 'quiet', was: 'down' })
    expect(standingOf(undefined, NOW)).toEqual({ is: 'unseen' })
  })

  it('of two that do one thing, the one that fails is told, and one that works before one that is quiet', () => {
    const [up, down, quiet] = [
      standingOf(seen('ocsp-gost', 'up'), NOW),
      standingOf(seen('ocsp-rsa', 'down'), NOW),
      standingOf(seen('ocsp-rsa', 'up', { at: -90 }), NOW),
    ]
    expect(worstOf([up, down])).toBe(down)
    expect(worstOf([quiet, up])).toBe(up)
    expect(worstOf([])).toEqual({ is: 'unseen' })
  })
})

describe('S-12: planned maintenance', () => {
  it('is announced from 48 hours before it begins until it ends', () => {
    const announced = (from: number, until: number) => announcementsOf([work(from, until)], [], NOW).length
    expect([announced(48, 50), announced(49, 50)]).toEqual([1, 0])
    expect([announced(-1, 1), announced(-2, 0)]).toEqual([1, 0])
  })

  it('is announced in its own words, or in those of the service', () => {
    const text = { kk: 'Жұмыс', ru: 'Работы', en: 'Work' }
    expect(announcementsOf([work(1, 2, 'core', { text })], [], NOW)).toEqual([
      { is: 'planned', what: 'core', from: hours(1), until: hours(2), text },
    ])
  })

  it('that is cancelled is announced no more', () => {
    expect(announcementsOf([work(1, 2, 'core', { cancelledAt: NOW })], [], NOW)).toEqual([])
    expect(planned([work(1, 2, 'core', { cancelledAt: NOW })], NOW)).toEqual([])
  })

  it('is listed with the next first, and however far ahead', () => {
    expect(planned([work(400, 401), work(1, 2), work(-5, -4)], NOW).map(({ from }) => from)).toEqual([
      hours(1),
      hours(400),
    ])
  })

  it('never fills the page: three announcements at most, an outage first', () => {
    const plans = [1, 2, 3, 4].map(n => work(n, n + 1))
    const found = announcementsOf(plans, [seen('persons', 'down')], NOW)
    expect(found.map(({ is }) => is)).toEqual(['outage', 'planned', 'planned'])
  })
})

describe('S-12: an outage', () => {
  const outages = (sightings: Sighting[], plans: Maintenance[] = []) =>
    announcementsOf(plans, sightings, NOW).filter(({ is }) => is === 'outage')

  it('of the state database of persons is announced, with the time since when', () => {
    expect(outages([seen('persons', 'down')])).toEqual([{ is: 'outage', what: 'persons', since: minutes(-30) }])
  })

  it('of a responder is announced once, however many are silent', () => {
    expect(outages([seen('ocsp-gost', 'down', { since: -5 }), seen('ocsp-rsa', 'down', { since: -9 })])).toEqual([
      { is: 'outage', what: 'signing', since: minutes(-9) },
    ])
  })

  it('that nobody has met for ten minutes, or of what nobody feels, is announced no more', () => {
    expect(outages([seen('persons', 'down', { at: -10 })])).toHaveLength(1)
    expect(outages([seen('persons', 'down', { at: -11 })])).toEqual([])
    expect(outages([seen('mail', 'down'), seen('tsp', 'down')])).toEqual([])
  })

  it('is not announced beside the planned work that explains it', () => {
    expect(outages([seen('persons', 'down')], [work(-1, 1, 'persons')])).toEqual([])
    expect(outages([seen('persons', 'down')], [work(-1, 1, 'service')])).toEqual([])
    expect(outages([seen('persons', 'down')], [work(1, 2, 'persons')])).toHaveLength(1)
    expect(outages([seen('persons', 'down')], [work(-1, 1, 'core')])).toHaveLength(1)
  })
})
