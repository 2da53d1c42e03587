// What keeps a session alive: somebody at the screen, in whichever browser, and not a page that reloads itself.
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { somebodyIsThere } from './somebody-is-there.ts'

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36'
const SAFARI = 'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1'
const CHROME_ON_IPHONE = SAFARI.replace('Version/26.0', 'CriOS/149.0.0.0')
const HERE = { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'same-origin' }
const FROM = { Referer: 'http://127.0.0.1:8080/kk/services' }

it.each([
  ['a click in Chrome', { ...HERE, ...FROM, 'Sec-Fetch-User': '?1', 'User-Agent': CHROME }, true],
  ['a page that reloads itself in Chrome', { ...HERE, ...FROM, 'User-Agent': CHROME }, false],
  ['a click in Safari, which never sends Sec-Fetch-User', { ...HERE, ...FROM, 'User-Agent': SAFARI }, true],
  ['a click in Chrome on an iPhone, which is WebKit too', { ...HERE, ...FROM, 'User-Agent': CHROME_ON_IPHONE }, true],
  ['a page that reloads itself in Safari', { ...HERE, 'User-Agent': SAFARI }, false],
  ['an address typed by hand', { 'Sec-Fetch-Mode': 'navigate', 'Sec-Fetch-Site': 'none' }, true],
  ['a browser without Fetch Metadata', {}, true],
])('%s', async (_, headers: Record<string, string>, isThere) => {
  const app = new Hono()
  app.get('/', c => c.json(somebodyIsThere(c)))
  expect(await (await app.request('/', { headers })).json()).toBe(isThere)
})
