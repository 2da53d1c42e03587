// Beginning costs a stranger nothing and us a row: how much of it one network address may do.
import { describe, expect, it } from 'vitest'
import { type Browser, type TestService, testService } from '../test-service.ts'
import { PROBLEMS } from '../web/problems.ts'
import { readable } from '../web/test-frame.ts'

const HERE = { 'X-Forwarded-For': '192.0.2.7' }
const ELSEWHERE = { 'X-Forwarded-For': '192.0.2.8' }
const CHALLENGES = '/api/v1/sign-in/challenges'
const OPERATIONS = '/api/v1/sign-in/qr-operations'

async function begin(service: TestService, count: number): Promise<number[]> {
  const one = async (_: unknown, i: number) =>
    (await service.browser().post(i % 2 ? CHALLENGES : OPERATIONS, {}, HERE)).status
  return Promise.all(Array.from({ length: count }, one))
}

/** As a form is sent from that address. */
async function codeByPage(browser: Browser): Promise<{ status: number; json: string; headers: Headers }> {
  await browser.get('/kk/sign-in')
  const form = { ...HERE, 'Content-Type': 'application/x-www-form-urlencoded' }
  return browser.post('/kk/qr', 'purpose=sign-in', form)
}

describe('challenges and codes', () => {
  it('are sixty a minute for one address, whatever they are for, many at once included', async () => {
    const service = await testService({ connections: 10 })
    const statuses = await begin(service, 80)
    expect(statuses.filter(status => status === 201)).toHaveLength(60)
    expect(statuses.filter(status => status === 429)).toHaveLength(20)
    const [rows] = await service.database.owner`
      select (select count(*) from qr_operation)::int + (select count(*) from sign_in_challenge)::int as count`
    expect(rows?.['count']).toBe(60)
  })

  it('then wait, with a sentence for people and a time for programs; other addresses go on', async () => {
    const service = await testService()
    await begin(service, 60)
    const page = await codeByPage(service.browser())
    expect([page.status, page.headers.get('Retry-After')]).toEqual([429, '60'])
    expect(readable(page.json)).toContain(readable(PROBLEMS['too-many-requests'].text.kk))
    for (const address of [CHALLENGES, `${CHALLENGES}?purpose=rehearsal`, OPERATIONS]) {
      const refused = await service.browser().post(address, {}, HERE)
      expect([refused.status, refused.json.code]).toEqual([429, 'too-many-requests'])
      expect((await service.browser().post(address, {}, ELSEWHERE)).status).toBe(201)
    }
    service.clock.at = new Date(service.clock.at.getTime() + 60_000)
    expect((await codeByPage(service.browser())).status).toBe(303)
  })

  it('do not count as guesses of a password', async () => {
    const service = await testService()
    await begin(service, 61)
    const typed = { iin: '991616400409', password: 'қате құпиясөз еді' }
    expect((await service.browser().post('/api/v1/sign-in/password', typed, HERE)).status).toBe(401)
  })
})
