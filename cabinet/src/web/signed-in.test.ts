// Where one may be sent after signing in: only to pages of ours.
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import type { Env } from './context.ts'
import { ownPath, signedIn } from './signed-in.ts'

for (const path of ['/kk/services', '/ru/applications?status=accepted&q=%D0%98', '/en/applications/a-1.b_2'])
  it(`${path} is a page of ours`, () => expect(ownPath(path)).toBe(path))

for (const [path, because] of [
  ['https://example.com/kk/', 'it names another site'],
  ['//example.com', 'browsers read it as another site'],
  ['/kk//example.com', 'it hides an empty segment'],
  ['/\\example.com', 'browsers turn the backslash round'],
  ['/kk/\\\\example.com', 'the same, further on'],
  ['/api/v1/sign-out', 'it is no page'],
  ['/kkk/services', 'it is in no language'],
  ['/kk/a\r\nSet-Cookie: x', 'it would split the header'],
  ['javascript:alert(1)', 'it is no path'],
  ['', 'it is empty'],
] as const)
  it(`${JSON.stringify(path)} is not: ${because}`, () => expect(ownPath(path)).toBeUndefined())

it.each([
  ['a page asked for leads back to itself', 'GET', undefined, '?next=%2Fkk%2Fapplications%2Fa%3Fq%3D1'],
  ['a form leads back to the page it stood on', 'POST', 'http://x/kk/applications/a', '?next=%2Fkk%2Fapplications%2Fa'],
  ['a form of nowhere leads to signing in alone', 'POST', undefined, ''],
  ['a form of no page of ours does so too', 'POST', 'https://example.com//evil', ''],
])('without a session %s', async (_, method, referer, next) => {
  const app = new Hono<Env>()
  app.use((c, go) => {
    c.set('language', 'kk')
    return go()
  })
  app.all(
    '/kk/applications/:id',
    signedIn(c => c.text('reached')),
  )
  const headers = referer ? { Referer: referer } : {}
  const answer = await app.request('/kk/applications/a?q=1', { method, headers })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/kk/sign-in${next}`])
})
