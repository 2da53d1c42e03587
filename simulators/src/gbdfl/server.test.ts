// The persons database: its contract and its misbehaviour.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { EMPTY, MAIN, PERSONS } from '../demo/persons.ts'
import { type Gbdfl, startGbdfl } from './server.ts'

let gbdfl: Gbdfl
let now: Date
beforeEach(async () => {
  now = new Date('2026-11-22T15:00:00Z')
  gbdfl = await startGbdfl({ port: 0, persons: PERSONS, now: () => now })
})
afterEach(() => gbdfl.close())

const ask = (iin: string) => fetch(`${gbdfl.url}/v1/persons/${iin}`, { headers: { authorization: 'Bearer any' } })
const control = (body: unknown) =>
  fetch(`${gbdfl.url}/control`, { method: 'POST', body: JSON.stringify(body) }).then(answer => answer.status)

describe('the persons database', () => {
  it('knows a person by the IIN, with null for what a person does not have', async () => {
    expect(await (await ask(MAIN.iin)).json()).toEqual({
      iin: '851315400107',
      surname: 'ҮЛГІБАЕВА',
      name: 'АЙГЕРІМ',
      patronymic: 'ҮЛГІБАЙҚЫЗЫ',
      birthDate: '1985-03-15',
      sic: '00OTIN0001AA0001',
      standing: 'capable',
      citizenship: 'KAZ',
    })
    expect(await (await ask(EMPTY.iin)).json()).toMatchObject({ patronymic: null, sic: null })
  })

  it('says 404 person-unknown of anybody else', async () => {
    const answer = await ask('000000000000')
    expect([answer.status, await answer.json()]).toEqual([404, { code: 'person-unknown' }])
  })

  it('fails for as many requests as the script says, then answers again', async () => {
    expect(await control({ script: ['fail', 'unknown', 'garbage'] })).toBe(200)
    const answers = [await ask(MAIN.iin), await ask(MAIN.iin), await ask(MAIN.iin), await ask(MAIN.iin)]
    expect(answers.map(answer => answer.status)).toEqual([503, 404, 200, 200])
    await expect(answers[2]?.json()).rejects.toThrow(SyntaxError)
    expect(await answers[3]?.json()).toMatchObject({ iin: MAIN.iin })
  })

  it('stays down while the mode says so', async () => {
    gbdfl.configure({ mode: 'fail' })
    expect([(await ask(MAIN.iin)).status, (await ask(MAIN.iin)).status]).toEqual([503, 503])
  })

  it('says in an announced outage until when, and answers again then', async () => {
    expect(await control({ mode: 'maintenance', until: '2026-11-22T16:30:00Z' })).toBe(200)
    const answer = await ask(MAIN.iin)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5400'])
    expect(await answer.json()).toEqual({ code: 'maintenance', until: '2026-11-22T16:30:00Z' })
    now = new Date('2026-11-22T16:30:00Z')
    expect((await ask(MAIN.iin)).status).toBe(200)
  })

  it('may not know the end of its outage', async () => {
    gbdfl.configure({ mode: 'maintenance' })
    const answer = await ask(MAIN.iin)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, null])
  })

  it('cuts the connection when it is down', async () => {
    gbdfl.configure({ mode: 'down' })
    await expect(ask(MAIN.iin)).rejects.toThrow('fetch failed')
  })

  it('declares a person deceased when told to', async () => {
    expect(await control({ standing: { [MAIN.iin]: 'deceased' } })).toBe(200)
    expect(await (await ask(MAIN.iin)).json()).toMatchObject({ standing: 'deceased' })
  })

  it('lets a hanging request end only with the connection', async () => {
    gbdfl.script(['hang'])
    const signal = AbortSignal.timeout(50)
    await expect(fetch(`${gbdfl.url}/v1/persons/${MAIN.iin}`, { signal })).rejects.toThrow(/timeout/)
  })

  for (const [what, body] of [
    ['an unknown behaviour', { script: ['explode'] }],
    ['an unknown setting', { colour: 'red' }],
    ['an end that is no time', { until: 'soon' }],
    ['an unknown standing', { standing: { [MAIN.iin]: 'tall' } }],
    ['no object', []],
  ] as const) {
    it(`refuses ${what} in its control`, async () => expect(await control(body)).toBe(400))
  }

  it('is not steered by a page of another site', async () => {
    const headers = { origin: 'https://example.org' }
    const answer = await fetch(`${gbdfl.url}/control`, { method: 'POST', headers, body: '{"mode":"fail"}' })
    expect(answer.status).toBe(403)
  })
})
