// Addresses of the cabinet: who may open them, and what the answer is otherwise.
import { describe, expect, it } from 'vitest'
import { ASSETS, aSession, testApp } from '../web/test-app.ts'
import { applicationPages } from './routes.tsx'
import { aList, anApplication } from './test-applications.ts'
import type { ListQuery } from './view.ts'

function cabinet(who: 'signed-in' | 'nobody' = 'signed-in') {
  const asked: ListQuery[] = []
  const app = testApp(who === 'signed-in' ? aSession() : undefined)
  applicationPages(app, {
    assets: ASSETS,
    list: async (_iin, query) => {
      asked.push(query)
      return aList([anApplication()])
    },
  })
  return { app, asked }
}

describe('pages of the cabinet', () => {
  for (const path of ['/kk/services', '/ru/applications', '/en/applications'])
    it(`${path} opens for a signed-in person, in the language of the address`, async () => {
      const answer = await cabinet().app.request(path)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toMatch(new RegExp(`^<!doctype html><html lang="${path.slice(1, 3)}">`))
    })

  it('send anyone else to sign in and back', async () => {
    const answer = await cabinet('nobody').app.request('/kk/applications?status=accepted')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/kk/sign-in?next=%2Fkk%2Fapplications%3Fstatus%3Daccepted')
  })

  it('pass on what the filter asks', async () => {
    const { app, asked } = cabinet()
    await app.request('/kk/applications?kind=bank-details&status=accepted&q=1114647&sort=oldest&cursor=c')
    expect(asked).toEqual([
      { kind: 'bank-details', status: 'accepted', q: '1114647', sort: 'oldest', cursor: 'c', limit: 25 },
    ])
  })

  it('switch the language in place', async () => {
    const page = await (await cabinet().app.request('/kk/applications?status=accepted&q=%22')).text()
    expect(page).toContain('<a href="/ru/applications?status=accepted&amp;q=%22" lang="ru" hreflang="ru">')
    expect(page).toContain('hreflang="kk" aria-current="true">')
  })

  it('exist in three languages and no other', async () => {
    expect((await cabinet().app.request('/de/services')).status).toBe(404)
  })
})
