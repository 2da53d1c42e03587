// Nothing moves and nothing fades in while a page comes, even on a first visit over a slow line.
import type { BrowserContext, Page } from '@playwright/test'
import { MAIN, signIn } from './people.ts'
import { expect, test } from './world.ts'

type Seen = { readonly moved: number; readonly faded: readonly string[] }

/** Counts what the browser calls a shift of the layout, and notes each transition. */
async function watch(context: BrowserContext) {
  await context.addInitScript(() => {
    const seen = { moved: 0, faded: [] as string[] }
    Object.assign(window, { seen })
    const count = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) seen.moved += (entry as unknown as { readonly value: number }).value
    }
    new PerformanceObserver(count).observe({ type: 'layout-shift', buffered: true })
    addEventListener('transitionrun', ({ target }) => seen.faded.push((target as Element).outerHTML), true)
  })
}

/** The stylesheet comes late, the fonts later still, and nothing is kept from an earlier page. */
async function slowLine(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const late = (pattern: string, milliseconds: number) =>
    page.route(pattern, async route => {
      const answer = await route.fetch()
      await page.waitForTimeout(milliseconds)
      await route.fulfill({ response: answer })
    })
  await late('**/assets/style*.css', 300)
  await late('**/*.woff2', 600)
}

async function settled(page: Page): Promise<Seen> {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))
  return page.evaluate(() => (window as unknown as { readonly seen: Seen }).seen)
}

test('no line moves and no button fades in, on a slow first visit and on a quick one', async ({ page, world }) => {
  await watch(page.context())
  await signIn(page, world, MAIN)
  const addresses = ['sign-in', 'services', 'applications', 'applications/demo-main-ipm', 'messages']
  const see = async (address: string) => {
    await page.goto(`/kk/${address}`)
    expect(await settled(page), address).toEqual({ moved: 0, faded: [] })
  }
  for (const address of addresses) await see(address)
  await slowLine(page)
  for (const address of ['sign-in', 'applications', 'applications/demo-main-ipm']) await see(address)
})
