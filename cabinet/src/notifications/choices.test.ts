// Choices as they are kept and changed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CHANNELS } from '../accounts/contact.ts'
import { type Choice, changed, parseChoices, readChoices, silenced, toStored } from './choices.ts'
import { EVENTS, TERMS } from './event.ts'

const ALL = EVENTS.flatMap(event => CHANNELS.map((channel): Choice => `${event}.${channel}`))
const some = fc.subarray(ALL).map(choices => new Set(choices))

describe('choices', () => {
  it('usually are: what happens by mail; by SMS what one must hear of at once', () => {
    const usual = readChoices({})
    expect(EVENTS.filter(event => !usual.has(`${event}.mail`))).toEqual(['documents'])
    expect(EVENTS.filter(event => !usual.has(`${event}.sms`))).toEqual(['received', 'deadline', 'documents', 'unclear'])
    expect(silenced(usual, ['sms'])).toEqual([])
  })

  it('are read as they were kept', () => {
    fc.assert(
      fc.property(some, choices => {
        expect(readChoices(toStored(choices))).toEqual(choices)
      }),
    )
  })

  it('leave an event that came later to go as it usually does', () => {
    const { received: _, ...older } = toStored(new Set())
    expect(readChoices(older)).toEqual(new Set(['received.mail']))
  })

  it('changed in two windows that showed the same are both changed', () => {
    fc.assert(
      fc.property(some, some, some, (stands, first, second) => {
        const both = changed(changed(stands, stands, first), stands, second)
        for (const choice of ALL) {
          const turned = stands.has(choice) !== first.has(choice) || stands.has(choice) !== second.has(choice)
          expect(both.has(choice)).toBe(stands.has(choice) !== turned)
        }
      }),
    )
  })

  it('that a form does not know stay as they are', () => {
    const stands = new Set<Choice>(['executed.sms', 'refused.mail'])
    expect(changed(stands, new Set(), new Set())).toEqual(stands)
  })

  it('in a form are those of ours, and nothing else', () => {
    const names = [
      'executed.sms',
      'executed.fax',
      'x.mail',
      '__proto__',
      'constructor.mail',
      'executed.sms',
      '',
      'shown',
    ]
    expect(parseChoices(names)).toEqual(new Set(['executed.sms']))
  })

  it('may silence neither the safety of the cabinet nor a withdrawal', () => {
    expect(EVENTS.filter(event => TERMS[event].mustReach)).toEqual(['withdrawal', 'security'])
    expect(silenced(new Set(['security.mail', 'withdrawal.sms']), ['mail', 'sms'])).toEqual([])
    expect(silenced(new Set(['security.mail', 'withdrawal.sms']), ['mail'])).toEqual(['withdrawal'])
    expect(silenced(new Set(), ['sms'])).toEqual(['withdrawal', 'security'])
  })
})
