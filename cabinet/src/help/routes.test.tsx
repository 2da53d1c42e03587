// The pages of the help as they are sent: to everybody, light, whole without a script, findable in three languages.
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../web/language.ts'
import { ASSETS, aSession, testApp } from '../web/test-app.ts'
import { readable } from '../web/test-frame.ts'
import { CHAPTERS } from './pages.ts'
import { helpPages } from './routes.tsx'

const PATHS = ['/help', ...CHAPTERS.map(id => `/help/${id}`), '/help/easy', '/help/print', '/accessibility']
const EVERY_ADDRESS = LANGUAGES.flatMap(language => PATHS.map(path => [language, path] as const))

function site(session?: ReturnType<typeof aSession>) {
  const app = testApp(session)
  helpPages(app, { assets: ASSETS })
  return app
}

const nobodys = site()

describe.each(EVERY_ADDRESS)('/%s%s', (language, path) => {
  const page = async () => {
    const answer = await nobodys.request(`/${language}${path}`)
    expect(answer.status).toBe(200)
    return { answer, html: await answer.text() }
  }

  it('is read without signing in, without a script, and may be kept for a minute', async () => {
    const { answer, html } = await page()
    expect(answer.headers.get('Cache-Control')).toBe('public, max-age=60')
    expect(answer.headers.get('Vary')).toContain('Cookie')
    expect(html).not.toContain('<script')
    expect(readable(html)).not.toMatch(/undefined|\[object|NaN|\]\(/)
    expect(html).toContain(`href="/${language}/sign-in"`)
    expect(html).not.toContain(`href="/${language}/services"`)
  })

  it('is in its language, is found by search engines, and names itself in the others', async () => {
    const { html } = await page()
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).not.toContain('noindex')
    expect(/<meta name="description" content="([^"]+)"/.exec(html)?.[1]?.length).toBeGreaterThan(50)
    for (const other of LANGUAGES)
      expect(html).toContain(`hreflang="${other}" href="https://cabinet.example/${other}${path}"`)
  })

  it('has one heading of the first level, and leaves out no level below it', async () => {
    const { html } = await page()
    const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level))
    expect(levels.filter(level => level === 1)).toEqual([1])
    expect(levels[0]).toBe(1)
    for (const [i, level] of levels.slice(1).entries()) expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1)
  })

  it('has every anchor that it links to, each once', async () => {
    const { html } = await page()
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor)
  })

  it('S-02: says its version and when it was last changed', async () => {
    const { html } = await page()
    expect(readable(html)).toMatch(/2026-1, (Алматы|Almaty), 2026/)
    expect(html).toMatch(/<time datetime="2026-\d\d-\d\d">/)
  })

  it('weighs 14 KB at most', async () => {
    const { html } = await page()
    expect(gzipSync(html, { level: 9 }).length).toBeLessThanOrEqual(14 * 1024)
  })
})

describe('the help', () => {
  it('is kept by nobody when it names who is signed in', async () => {
    const answer = await site(aSession()).request('/kk/help')
    expect(answer.headers.get('Cache-Control')).toBeNull() // then every page is no-store
    const html = await answer.text()
    expect(html).toContain('href="/kk/services"')
    expect(html).not.toContain('class="way-in"')
  })

  it('S-29: the way to it leads from the sign-in, and from the services once one is in', async () => {
    const crumbs = async (app: ReturnType<typeof site>) =>
      /<nav class="crumbs".*?<\/nav>/s.exec(await (await app.request('/kk/help/ncalayer')).text())?.[0]
    expect(readable((await crumbs(nobodys)) ?? '')).toMatch(/Жеке кабинетке кіру\s+Анықтама\s+NCALayer және ЭЦҚ кілті/)
    expect(readable((await crumbs(site(aSession()))) ?? '')).toMatch(/Қызметтер\s+Анықтама\s+NCALayer және ЭЦҚ кілті/)
  })

  it.each(['/kk/help/no-such', '/kk/help/constructor', '/kk/help/service/more', '/kk/help/%00'])(
    '%s is not found',
    async path => expect((await nobodys.request(path)).status).toBe(404),
  )
})
