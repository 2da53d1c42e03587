// Addresses of the cabinet: who may open them, and what the answer is otherwise.
import { describe, expect, it } from 'vitest'
import { ASSETS, aSession, testApp } from '../web/test-app.ts'
import { readable } from '../web/test-frame.ts'
import { writeCursor } from './cursor.ts'
import type { KindId } from './kinds.ts'
import { applicationPages } from './routes.tsx'
import { aList, anApplication } from './test-applications.ts'
import type { ListPage, ListQuery } from './view.ts'

function cabinet(who: 'signed-in' | 'nobody' = 'signed-in', list: ListPage = aList([anApplication()])) {
  const asked: ListQuery[] = []
  const app = testApp(who === 'signed-in' ? aSession() : undefined)
  applicationPages(app, {
    assets: ASSETS,
    list: async (_iin, query) => {
      asked.push(query)
      return list
    },
    isSilent: () => false,
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
    const cursor = writeCursor({ day: '2026-06-16', at: new Date('2026-06-16T05:52:27Z'), id: 'a-1', position: 0 })
    await app.request(`/kk/applications?kind=bank-details&status=accepted&q=1114647&sort=oldest&cursor=${cursor}`)
    expect(asked).toEqual([
      { kind: 'bank-details', status: 'accepted', q: '1114647', sort: 'oldest', cursor, limit: 25 },
    ])
  })

  it('leave out what an address says that nobody understands, and say so', async () => {
    const { app, asked } = cabinet()
    const answer = await app.request('/ru/applications?kind=no-such&status=%27&sort=up&cursor=zzz')
    const text = readable(await answer.text())
    expect(answer.status).toBe(200)
    expect(asked.map(({ kind, status, cursor }) => [kind, status, cursor])).toEqual([
      ['no-such', undefined, undefined], // perhaps of a newer instance: whether the person has it is seen only now
      [undefined, undefined, undefined],
    ])
    for (const part of ['Вид заявления', 'Статус', 'Порядок']) expect(text).toContain(`${part} в адресе непонятен`)
    expect(text).toContain('Метка страницы в адресе непонятна')
  })

  it('take a kind that the catalogue lacks when the person has it', async () => {
    const { app, asked } = cabinet('signed-in', aList([anApplication({ kind: 'ls-car' as KindId })]))
    const text = readable(await (await app.request('/kk/applications?kind=ls-car')).text())
    expect(asked).toHaveLength(1)
    expect(text).not.toContain('түсініксіз')
    expect(text).toContain('ls-car (1)')
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
