// The file for a person's own calendar, read back by a strict reader.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bankDetails, lumpSum } from '../test-applications.ts'
import { AIGERIM, SERIK } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { type DeadlineEvent, icsOf } from './ics.ts'
import { enterCalendar, fileWith } from './test-calendars.ts'
import { fieldOf, readIcs, textOf } from './test-ics.ts'

const EVENT: DeadlineEvent = {
  uid: 'u@example.kz',
  date: '2026-06-29',
  sequence: 0,
  stamp: new Date('2026-06-16T10:52:27+05:00'),
  title: 'Мерзім',
  text: 'Мәтін',
  url: 'https://example.kz/kk/applications/a-1',
  reminder: { on: '2026-06-26', text: 'Ертең' },
}

function eventOf(text: string) {
  const calendar = readIcs(text)
  const [event] = calendar.inside
  const [alarm] = event?.inside ?? []
  if (!event || !alarm) throw new Error('an event with an alarm expected')
  return { calendar, event, alarm }
}

describe('a deadline as iCalendar', () => {
  it('is an event of the whole day, with a reminder at nine on the working day before', () => {
    const { calendar, event, alarm } = eventOf(icsOf(EVENT))
    expect(calendar.lines.map(({ name, value }) => [name, value])).toEqual([
      ['VERSION', '2.0'],
      ['PRODID', '-//Otinish//Deadlines//KK'],
      ['CALSCALE', 'GREGORIAN'],
    ])
    expect(event.lines.find(line => line.name === 'DTSTART')).toEqual({
      name: 'DTSTART',
      parameters: ';VALUE=DATE',
      value: '20260629',
    })
    expect(fieldOf(event, 'DTEND')).toBe('20260630')
    expect(fieldOf(event, 'DTSTAMP')).toBe('20260616T055227Z')
    expect(fieldOf(alarm, 'TRIGGER')).toBe('-P2DT15H') // Friday at nine, told from Monday's midnight
    expect(fieldOf(eventOf(icsOf({ ...EVENT, reminder: { on: '2026-06-28', text: 'x' } })).alarm, 'TRIGGER')).toBe(
      '-PT15H',
    )
  })

  it('says any text as it was, in lines of 75 octets, never breaking a letter', () => {
    const texts = fc.string({
      unit: fc.constantFrom('ә', 'қ', 'a', ' ', ',', ';', '\\', '\n', '№', '😀', ':', '"'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(texts, texts, (title, text) => {
        const { event } = eventOf(icsOf({ ...EVENT, title, text }))
        expect([textOf(event, 'SUMMARY'), textOf(event, 'DESCRIPTION')]).toEqual([title, text])
      }),
      { seed: 2026, numRuns: 300 },
    )
  })
})

describe('the address of the file', () => {
  it('gives the deadline of one’s own application under way, without name or IIN, and again with a higher number once it moved', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    const { browser } = await signedIn(service)
    const { status, headers, json } = await browser.get('/kk/applications/a-1/deadline.ics')
    expect([status, headers.get('Content-Type'), headers.get('Cache-Control')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      'no-store',
    ])
    const { event } = eventOf(json)
    expect([textOf(event, 'SUMMARY'), fieldOf(event, 'SEQUENCE')]).toEqual([
      '№\u00a01114647-ИБР өтініштің мерзімі',
      '0',
    ])
    expect(fieldOf(event, 'UID')).toMatch(/^[0-9a-f]{32}@127\.0\.0\.1$/)
    expect(json).not.toMatch(new RegExp(`${AIGERIM.iin}|ӘБІЛ|\\d{12}(?!T)`, 'i'))

    const file = fileWith('2026-11-28', { '2026-06-29': 'off' })
    file.years['2026']?.days.push({ date: '2026-06-27', type: 'transferredWork', to: '2026-06-29', act: '1' })
    await enterCalendar(service.database.owner, file)
    await service.jobs.recountDeadlines(new AbortController().signal)
    const later = eventOf((await browser.get('/ru/applications/a-1/deadline.ics')).json).event
    expect([fieldOf(later, 'UID'), fieldOf(later, 'SEQUENCE'), fieldOf(later, 'DTSTART')]).toEqual([
      fieldOf(event, 'UID'),
      '1',
      '20260627',
    ])
  })

  it('has nothing for others, for what is finished, has no term or is not there, and sends strangers to sign in', async () => {
    const service = await testService()
    await service.core('PUT', '/applications/a-1', bankDetails())
    await service.core('PUT', '/applications/a-2', lumpSum())
    await service.core(
      'PUT',
      '/applications/a-3',
      lumpSum({ number: '3', kind: 'ls-return', status: { is: 'accepted' } }),
    )
    const { browser } = await signedIn(service)
    for (const id of ['a-2', 'a-3', 'a-9', '%2e%2e', 'a'.repeat(41)])
      expect([id, (await browser.get(`/kk/applications/${id}/deadline.ics`)).status]).toEqual([id, 404])
    const other = await signedIn(service, SERIK)
    expect((await other.browser.get('/kk/applications/a-1/deadline.ics')).status).toBe(404)
    const stranger = await service.browser().get('/kk/applications/a-1/deadline.ics')
    expect([stranger.status, stranger.headers.get('Location')]).toEqual([
      303,
      '/kk/sign-in?next=%2Fkk%2Fapplications%2Fa-1%2Fdeadline.ics',
    ])
  })
})
