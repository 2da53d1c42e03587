// The status page as it is read: every standing in words and with its time, in three languages, and nothing that is not set up.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import { OUTSIDE, type Outside, type Sighting } from './outside.ts'
import { StatusPage } from './page.tsx'
import type { Picture } from './picture.ts'

const NOW = new Date('2026-12-04T10:00:00Z')
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)
const seen = (name: Outside, state: Sighting['state'], at: number): Sighting => ({
  name,
  state,
  since: minutes(at - 30),
  at: minutes(at),
})

const PICTURE: Picture = {
  isWhole: true,
  sightings: [
    seen('persons', 'down', -1),
    seen('ocsp-gost', 'up', -2),
    seen('core', 'up', -200),
    seen('sms', 'down', -90),
  ],
  plans: [
    { id: '1', what: 'phone', from: minutes(-10), until: minutes(50), text: undefined, cancelledAt: undefined },
    {
      id: '2',
      what: 'service',
      from: minutes(60 * 24 * 20),
      until: minutes(60 * 24 * 20 + 90),
      text: { kk: 'Өз сөзі', ru: 'Свои слова', en: 'Own words' },
      cancelledAt: undefined,
    },
  ],
}

const NOBODY = { who: undefined, visit: undefined, address: '/status' }
const page = (language: (typeof LANGUAGES)[number], picture: Picture = PICTURE, inUse: readonly Outside[] = OUTSIDE) =>
  String(<StatusPage frame={aFrame(language, NOBODY)} picture={picture} inUse={inUse} now={NOW} />)

describe('S-12: the status page', () => {
  it('says of each what is known, and since when', () => {
    const text = readable(page('ru'))
    for (const said of [
      'Этот сайт Просмотр и чтение заявлений. Работает Система ЕНПФ',
      'Из неё приходят статусы и сроки заявлений. В последнее время связи не было Последняя связь: 04.12.2026 11:40.',
      'Не отвечает С какого времени: 04.12.2026 14:29. Последний запрос: 04.12.2026 14:59.',
      'чтобы подписать. Работает Последний ответ: 04.12.2026 14:58.',
      'Ставит метку времени на подписанный документ. Связи пока не было',
      'Вход и подписание по QR-коду. Идут плановые работы Должно закончиться: 04.12.2026 15:50.',
      'В последнее время связи не было Последний запрос: 04.12.2026 13:30.',
      '24.12.2026 15:00–16:30 Свои слова',
    ])
      expect(text).toContain(said)
  })

  it('does not show what is not set up', () => {
    expect(readable(page('ru', PICTURE, ['persons', 'ocsp-gost']))).not.toMatch(
      /Метка времени|Электронные письма|SMS Коды/,
    )
  })

  it('says that it is out of date when the database is silent', () => {
    const text = readable(page('en', { sightings: [], plans: [], isWhole: false }))
    expect(text).toContain('The database of the service is not answering now')
    expect(text).toContain('This site Seeing and reading your applications. Does not answer')
  })

  it.each(LANGUAGES)('in %s has one first heading, no hole, and weighs little', language => {
    const html = page(language)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(readable(html)).not.toMatch(/undefined|\[object|NaN/)
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024)
  })
})
