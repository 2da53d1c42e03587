// What works and what does not, from what the service itself has met, on the real database; and planned maintenance.
import { expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { signedIn, withDraft } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'
import { keptPicture } from './picture.ts'
import { addMaintenance, cancelMaintenance, readMaintenance } from './plans.ts'
import { keepSightings, readSightings } from './sighting-store.ts'

function later(service: TestService, seconds: number): void {
  service.clock.at = new Date(service.clock.at.getTime() + seconds * 1000)
}

async function page(service: TestService, path = '/kk/status'): Promise<string> {
  await service.jobs.noteOutside()
  later(service, 15) // the picture is kept so long
  return (await service.browser().get(path)).json
}

it('S-12: the status page tells what the service has met, in plain words and with times', async () => {
  const service = await testService()
  expect(readable(await page(service))).toMatch(/\(ЖТ МДҚ\)[^.]+\. Әзірге байланыс болған жоқ/)
  await withDraft(service)
  const met = readable(await page(service))
  for (const name of ['\\(ЖТ МДҚ\\)', 'Қолтаңбаны тексеру'])
    expect(met).toMatch(
      new RegExp(`${name}[^.]+\\. Жұмыс істейді Соңғы жауап: \\d\\d\\.\\d\\d\\.\\d{4} \\d\\d:\\d\\d\\.`),
    )
  expect(met).toMatch(/БЖЗҚ жүйесі[^.]+\. Жұмыс істейді Соңғы байланыс: /)
  expect(met).not.toMatch(/Электрондық хаттар|SMS/) // not set up here
  expect(await page(service, '/kk/sign-in')).not.toContain('class="announcement"')
})

it('S-12: while the state database is silent, reading goes on, drafting says when to retry, and every page says why', async () => {
  const service = await testService()
  await withDraft(service)
  service.gbdfl.configure({ mode: 'down' })
  later(service, 25 * 60 * 60) // the person's record is too old to be used
  const { browser } = await signedIn(service)
  expect((await browser.get('/kk/applications/a-1')).status).toBe(200)
  const refused = await browser.form('/kk/applications/a-1/withdrawal')
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '60'])
  expect(readable(refused.json)).toContain('Бірнеше минуттан кейін қайталап көріңіз')

  expect(readable(await page(service))).toMatch(/\(ЖТ МДҚ\)[^.]+\. Жауап бермей тұр Қай уақыттан бері: /)
  expect(await page(service, '/kk/help')).toContain('<aside class="announcements" aria-label="Маңызды хабар">')
  expect(readable(await page(service, '/ru/help'))).toContain('ГБД ФЛ не отвечает (с ')
  service.gbdfl.configure({ mode: 'answer' })
  await browser.form('/kk/applications/a-1/withdrawal')
  expect(await page(service, '/kk/help')).not.toContain('class="announcement"')
})

it('S-12: planned maintenance is announced on every page in three languages, with times in Almaty, until it is cancelled', async () => {
  const service = await testService()
  const { owner, sql } = service.database
  const now = service.clock.at
  const from = new Date(now.getTime() + 47 * 60 * 60_000)
  const until = new Date(from.getTime() + 2 * 60 * 60_000)
  const id = await addMaintenance(owner, { what: 'persons', from, until, text: undefined }, now)
  const text = { kk: 'Өз сөзі <b>', ru: 'Свои слова', en: 'Own words' }
  await addMaintenance(owner, { what: 'core', from, until, text }, now)
  const said = {
    kk: 'Өтініштеріңізді көре бересіз',
    ru: 'Свои заявления вы видите',
    en: 'You still see your applications',
  }
  for (const language of ['kk', 'ru', 'en'] as const)
    for (const path of ['sign-in', 'help', 'status', 'register', 'no-such-page']) {
      const html = await page(service, `/${language}/${path}`)
      expect(readable(html), path).toContain(said[language])
      expect(html, path).toContain(text[language].replace('<b>', '&lt;b&gt;'))
    }
  expect(await service.browser().get('/api/v1/me')).toMatchObject({ status: 401 })

  expect(await cancelMaintenance(owner, id, now)).toBe(true)
  expect(await cancelMaintenance(owner, id, now)).toBe(false)
  expect(readable(await page(service, '/kk/help'))).not.toContain(said.kk)
  expect(await readMaintenance(sql)(new Date(until.getTime() + 1))).toEqual([])
  await expect(cancelMaintenance(sql, '2', now)).rejects.toThrow('permission denied')
})

it('instances share what they saw: the later word stands, and what goes on keeps its beginning', async () => {
  const { sql } = await freshDatabase()
  const [at1, at2, at3] = ['10:00', '10:01', '10:02'].map(time => new Date(`2026-12-04T${time}:00Z`)) as [
    Date,
    Date,
    Date,
  ]
  const keep = keepSightings(sql)
  const seen = async () => (await readSightings(sql)())[0]
  await keep([{ name: 'tsp', state: 'down', since: at1, at: at2 }])
  await keep([{ name: 'tsp', state: 'up', since: at1, at: at1 }]) // came late
  expect(await seen()).toEqual({ name: 'tsp', state: 'down', since: at1, at: at2 })
  await keep([{ name: 'tsp', state: 'down', since: at3, at: at3 }])
  expect(await seen()).toEqual({ name: 'tsp', state: 'down', since: at1, at: at3 })
  await sql`insert into outside_state (name, state, since, at) values ('of-a-newer-version', 'up', ${at1}, ${at1})`
  expect(await readSightings(sql)()).toHaveLength(1)
})

it('the picture is read once for many pages, and a silent database leaves the last one, said to be old', async () => {
  let now = new Date('2026-12-04T10:00:00Z')
  let asked = 0
  let fails = false
  const log: string[] = []
  const picture = keptPicture({
    readSightings: async () => {
      asked++
      if (fails) throw new Error('no database')
      return [{ name: 'core', state: 'up', since: now, at: now }]
    },
    readMaintenance: async () => [],
    now: () => now,
    log: (_, event) => log.push(event),
  })
  const pictures = await Promise.all(Array.from({ length: 100 }, picture))
  expect([asked, pictures[99]?.isWhole]).toEqual([1, true])
  now = new Date(now.getTime() + 14_999)
  await picture()
  expect(asked).toBe(1)
  now = new Date(now.getTime() + 1)
  fails = true
  expect(await picture()).toMatchObject({ isWhole: false, sightings: [{ name: 'core' }] })
  expect([asked, log]).toEqual([2, ['status-unread']])
})
