// A plan as an operator types it: one clear sentence for each mistake.
import { describe, expect, it } from 'vitest'
import { readMoment, readPlan, type TypedPlan } from './read-plan.ts'

const NOW = new Date('2026-11-29T07:00:00Z')
const GOOD: TypedPlan = { what: 'persons', from: '2026-12-05T22:00', until: '2026-12-06T02:00' }
const TEXTS: TypedPlan = { 'text-kk': 'Жұмыс', 'text-ru': 'Работы', 'text-en': 'Work' }

describe('a plan of maintenance', () => {
  it('is read in Almaty time', () => {
    expect(readPlan(GOOD, NOW)).toEqual({
      kind: 'plan',
      plan: {
        what: 'persons',
        from: new Date('2026-12-05T17:00:00Z'),
        until: new Date('2026-12-05T21:00:00Z'),
        text: undefined,
      },
    })
  })

  it('may have words of its own, in all three languages', () => {
    const read = readPlan({ ...GOOD, ...TEXTS }, NOW)
    expect(read).toMatchObject({ plan: { text: { kk: 'Жұмыс', ru: 'Работы', en: 'Work' } } })
  })

  it('may have begun, when work was not foreseen', () => {
    expect(readPlan({ ...GOOD, from: '2026-11-29T10:00', until: '2026-11-29T14:00' }, NOW).kind).toBe('plan')
  })

  it.each<[string, TypedPlan, string[]]>([
    ['an unknown word', { what: 'everything' }, ['--what: one of service, persons, signing, phone, core, messages']],
    ['no word', { what: undefined as never }, ['--what: one of service, persons, signing, phone, core, messages']],
    ['an end before its start', { until: '2026-12-05T21:00' }, ['--until: must be later than --from']],
    ['an end at its start', { until: '2026-12-05T22:00' }, ['--until: must be later than --from']],
    ['what is over', { from: '2026-11-28T22:00', until: '2026-11-29T11:59' }, ['--until: is over already']],
    [
      'more than a week',
      { until: '2026-12-12T22:01' },
      ['--until: maintenance of more than 7 days is not planned here'],
    ],
    ['a year mistyped', { from: '2062-12-05T22:00', until: '2062-12-05T23:00' }, ['--from: is more than a year ahead']],
    [
      'one language alone',
      { 'text-kk': 'Жұмыс' },
      ['--text-ru, --text-en: missing, a text is given in all three languages'],
    ],
    ['an empty text', { ...TEXTS, 'text-ru': '  ' }, ['--text-ru: is empty']],
    ['a long text', { ...TEXTS, 'text-en': 'x'.repeat(301) }, ['--text-en: 301 characters, at most 300 are shown']],
    ['a text of two lines', { ...TEXTS, 'text-kk': 'a\nb' }, ['--text-kk: one line of plain text']],
    ['a text that turns around', { ...TEXTS, 'text-kk': 'a\u202eb' }, ['--text-kk: one line of plain text']],
    [
      'several mistakes at once',
      { what: 'x', from: 'tomorrow', 'text-kk': '' },
      [
        '--what: one of service, persons, signing, phone, core, messages',
        '--from: a moment such as 2026-12-05T22:00, in Almaty time or with its offset',
        '--text-ru, --text-en: missing, a text is given in all three languages',
        '--text-kk: is empty',
      ],
    ],
  ])('with %s is refused in so many words', (_, change, mistakes) => {
    expect(readPlan({ ...GOOD, ...change }, NOW)).toEqual({ kind: 'mistakes', mistakes })
  })
})

describe('a moment', () => {
  it('with an offset is that place’s', () => {
    expect(readMoment('2026-12-05T22:00+03:00')).toEqual(new Date('2026-12-05T19:00:00Z'))
    expect(readMoment('2026-12-05T22:00Z')).toEqual(new Date('2026-12-05T22:00:00Z'))
  })

  it.each([
    '2026-02-30T10:00',
    '2026-12-05T24:00',
    '2026-12-05T10:60',
    '2026-12-05',
    '05.12.2026 22:00',
    '2026-12-05T22:00+99:00',
    '2026-13-05T22:00',
    '0000-00-00T00:00',
    '',
    undefined,
  ])('%s is none', text => expect(readMoment(text)).toBeUndefined())
})
