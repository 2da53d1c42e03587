// Every page that is open to everybody, and every link on them: nothing leads nowhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestService, testService } from '../test-service.ts'
import { LANGUAGES } from '../web/language.ts'

const cleanups: (() => Promise<void>)[] = []
let service: TestService
beforeAll(async () => {
  service = await testService({ until: clean => cleanups.push(clean) })
})
afterAll(() => Promise.all(cleanups.map(clean => clean())))

type Found = { readonly status: number; readonly html: string; readonly location: string | null }

async function ask(path: string): Promise<Found> {
  const answer = await service.app.request(path)
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('Location') }
}

const linksOf = (html: string) =>
  [...html.matchAll(/<a\s[^>]*?href="(\/[^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

describe.each(LANGUAGES)('in %s', language => {
  const START = ['help', 'accessibility', 'status', 'kinds', 'verify', 'sign-in'].map(page => `/${language}/${page}`)

  it('every link of the open pages answers, and every anchor is there', async () => {
    const pages = new Map<string, Found>()
    const wanted = new Map(START.map(path => [path, 'the beginning']))
    const anchors: [page: string, anchor: string, from: string][] = []
    for (const [path, from] of wanted) {
      const found = await ask(path)
      const isRight = found.status === 200 || found.status === 301 || isWayIn(found)
      expect(isRight, `${path} from ${from}: ${found.status} ${found.location}`).toBe(true)
      pages.set(path, found)
      for (const href of linksOf(found.html)) {
        const [page = '', anchor] = href.split('#')
        if (anchor) anchors.push([page, anchor, path])
        if (page.startsWith(`/${language}/`) && !wanted.has(page)) wanted.set(page, path)
      }
    }
    for (const [page, anchor, from] of anchors)
      expect(pages.get(page)?.html, `${page}#${anchor} from ${from}`).toContain(` id="${anchor}"`)
    expect(pages.size).toBeGreaterThan(40)
    expect([...pages.keys()]).toContain(`/${language}/help/print`)
  })
})

/** A page of somebody’s own asks to sign in first, and then comes back. */
function isWayIn({ status, location }: Found): boolean {
  return (status === 302 || status === 303) && /^\/(kk|ru|en)\/sign-in(\?next=|$)/.test(location ?? '')
}

it('no open page but the ways in gives a cookie, and none of them has a script of its own', async () => {
  for (const page of ['help', 'help/easy', 'help/print', 'help/withdraw', 'accessibility', 'status', 'kinds']) {
    const answer = await service.app.request(`/kk/${page}`)
    expect(answer.headers.get('Set-Cookie'), page).toBeNull()
    expect(answer.headers.get('Cache-Control'), page).toBe('public, max-age=60')
    expect(await answer.text(), page).not.toContain('<script')
  }
})
