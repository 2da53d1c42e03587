// The pages as the service serves them, with what it really knows: axe, 360 px, without script.
// Each state in three languages and every look: specimen.e2e.ts.
import type { BrowserContext, Page } from '@playwright/test'
import { setAuthority } from './authority-desk.ts'
import { fileBankDetails } from './core.ts'
import { press } from './keyboard.ts'
import { fits, glance, look } from './look.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { EMPTY, MAIN, signIn } from './people.ts'
import { expect, type OpenWorld, test } from './world.ts'

test.describe.configure({ mode: 'parallel' })

const WITHDRAW = 'Өтініштің күшін жою'
const DRAW_UP = 'Күшін жою өтінішін дайындау'

/** Pages that a signed-in person meets; each is reached by its address. */
const ADDRESSES = [
  'services',
  'applications',
  'applications?kind=bank-details&status=accepted',
  'applications?q=no-such-number&kind=no-such&cursor=x',
  'applications/demo-main-housing',
  'applications/demo-main-treatment-2',
  'applications/demo-main-ipm',
  'applications/no-such',
  'profile',
  'profile/contacts',
  'profile/password',
  'profile/devices',
  'profile/history',
  'profile/notifications',
  'messages',
] as const

test('axe finds nothing on any page that is served, dark and on a phone', async ({ page, world }) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  for (const address of ['sign-in', 'register', 'forgotten-password']) {
    await page.goto(`/kk/${address}`)
    await glance(page)
  }
  await signIn(page, world, MAIN)
  for (const address of ADDRESSES) {
    await page.goto(`/kk/${address}`)
    await glance(page)
  }
})

test('axe finds nothing on the way of a withdrawal', async ({ page, world }) => {
  test.setTimeout(120_000)
  await signIn(page, world, MAIN)
  await lookAtWithdrawal(page, world)
})

async function lookAtWithdrawal(page: Page, world: OpenWorld) {
  const { id } = await fileBankDetails(world, MAIN)
  await page.goto(`/kk/applications/${id}`)
  await page.getByRole('link', { name: WITHDRAW, exact: true }).click()
  await look(page)
  await page.getByRole('button', { name: DRAW_UP }).click()
  await look(page)
  await page.locator('#agree').check()
  await page.locator('[data-open]').click()
  await look(page)
  await setNcaLayer(world, { person: MAIN, script: ['wrong-person'] })
  await page.locator('[data-start]').click()
  await page.getByRole('alert').waitFor()
  await look(page)
  await setNcaLayer(world, { person: MAIN })
  await page.locator('[data-open]').click()
  await lookAtHeldSignature(page, world, `/kk/applications/${id}`)
  await page.waitForURL('**/withdrawals/*')
  await look(page)
  await page.goto(`/kk/applications/${id}`)
  await look(page)
}

/** Signed while the authority does not know the certificate: looked at, then it does. Ends on the page that waits. */
async function lookAtHeldSignature(page: Page, world: OpenWorld, application: string) {
  await standStill(page)
  await setAuthority(world, { ocsp: 'unknown' })
  await page.locator('[data-start]').click()
  await page.locator('[data-start]').waitFor({ state: 'detached' })
  const waiting = page.url()
  await look(page)
  await page.goto(application)
  await look(page)
  await setAuthority(world)
  await expect(async () => {
    await page.goto(waiting)
    await expect(page).toHaveURL(/withdrawals/, { timeout: 500 })
  }).toPass({ timeout: 30_000 })
}

/** No page refreshes itself while it is looked at. */
async function standStill(page: Page) {
  await page.route('**/*', async route => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch({ maxRedirects: 0 })
    const { refresh: _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
}

test('the empty state is no error and says what would be shown', async ({ page, world }) => {
  await signIn(page, world, EMPTY)
  await page.goto('/kk/applications')
  await expect(page.getByRole('heading', { name: 'Сізде әзірге өтініш жоқ' })).toBeVisible()
  await look(page)
})

test('letters of twice the size turn the wide list into cards and widen nothing', async ({ page, world }) => {
  await signIn(page, world, MAIN)
  for (const address of ['applications', 'applications/demo-main-ipm']) {
    await page.goto(`/kk/${address}`)
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '225%' // 112.5 % is the ordinary size
    })
    await fits(page)
    if (address === 'applications')
      expect((await page.getByRole('rowheader').first().boundingBox())?.width).toBeGreaterThan(600)
  }
})

test('on a phone each row of the list is a card: one thing below the other, each name beside its value', async ({
  page,
  world,
}) => {
  await signIn(page, world, MAIN)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/kk/applications')
  const cards = await page.locator('.rows tbody tr').evaluateAll(rows =>
    rows.map(row => {
      const cells = [...row.children].map(cell => {
        const { left, top, bottom } = cell.getBoundingClientRect()
        const label = getComputedStyle(cell, '::before')
        const columns = getComputedStyle(cell).gridTemplateColumns.split(' ').length
        return { left, top, bottom, label: label.content, columns, name: cell.getAttribute('data-label') }
      })
      return cells.toSorted((a, b) => a.top - b.top)
    }),
  )
  expect(cards.length).toBeGreaterThan(3)
  for (const card of cards) {
    expect(new Set(card.map(({ left }) => left)).size).toBe(1)
    for (const [i, { top }] of card.entries()) expect(top).toBeGreaterThanOrEqual(card[i - 1]?.bottom ?? 0)
    const named = card.filter(({ label }) => label !== 'none')
    expect(named.map(({ name }) => name)).toEqual(['№', 'Шарт түрі', 'Өтініш берілген күн', 'Өтініш №'])
    for (const { label, name, columns } of named) expect([label, columns]).toEqual([`"${name}"`, 2])
  }
  await expect(page.getByRole('columnheader', { name: 'Шарт түрі' })).not.toBeInViewport()
})

async function withoutScript(context: BrowserContext, world: OpenWorld): Promise<Page> {
  const page = await context.newPage()
  await signIn(page, world, MAIN)
  const state = await context.storageState()
  const plain = await context
    .browser()
    ?.newContext({ javaScriptEnabled: false, storageState: state, baseURL: world.url })
  if (!plain) throw new Error('no browser')
  return plain.newPage()
}

test('without script: list, filter, detail and draft work, and the page says what signing needs', async ({
  context,
  world,
}) => {
  const { id, number } = await fileBankDetails(world, MAIN)
  const page = await withoutScript(context, world)
  await page.goto('/kk/applications')
  await page.getByLabel('Өтініш №').fill(number)
  await page.getByRole('button', { name: 'Көрсету' }).click()
  await page.getByRole('row', { name: number }).getByRole('link').click()
  await page.getByRole('link', { name: WITHDRAW, exact: true }).click()
  await page.getByRole('button', { name: DRAW_UP }).click()
  await expect(page.locator('form noscript > .notice')).toBeVisible()
  await expect(page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' })).toBeHidden()
  await page.getByLabel('Келісемін').check()
  const answer = await page.request.post(page.url(), { form: { agree: 'yes' }, headers: { origin: world.url } })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toMatch(/name="agree"[^>]*checked/)
  await page.goto(`/kk/applications/${id}`)
  await expect(page.getByText('Өңдеуге қабылданды').first()).toBeVisible()
  await page.context().close()
})

test('without script: the profile is changed, the protection is explained, and registering goes on by phone', async ({
  context,
  world,
}) => {
  const page = await withoutScript(context, world)
  await page.goto('/kk/profile')
  await page.getByRole('button', { name: 'Сақтау' }).click()
  await expect(page.getByText('Сақталды.')).toBeVisible()
  await page.getByRole('link', { name: 'Кабинетті қорғау' }).click()
  await expect(page.getByText('Кабинетіңіз әдеттегідей жұмыс істеп тұр.')).toBeVisible()
  await page.goto('/kk/register')
  await expect(page.locator('form noscript > .notice')).toBeVisible()
  await expect(page.getByRole('button', { name: 'ЭЦҚ арқылы растау' })).toBeHidden()
  await page.getByRole('button', { name: 'eGov Mobile арқылы растау' }).click()
  await expect(page.getByRole('img', { name: 'eGov Mobile-ға арналған QR-код' })).toBeVisible()
  await page.context().close()
})

test('by keyboard alone: from the list to the number of a withdrawn choice of manager', async ({ page, world }) => {
  const { number } = await fileBankDetails(world, MAIN, { kind: 'tr-ipm-choose', series: 'ipm' })
  await signIn(page, world, MAIN)
  await page.goto(`/kk/applications?q=${encodeURIComponent(number)}`)
  await press(page, page.getByRole('row', { name: number }).getByRole('link'), 'Enter')
  await press(page, page.getByRole('link', { name: WITHDRAW, exact: true }), 'Enter')
  await press(page, page.getByRole('button', { name: DRAW_UP }), 'Enter')
  await press(page, page.getByLabel('Келісемін'), 'Space')
  await press(page, page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }), 'Enter')
  await expect(page.getByLabel('Кілтіңіз қайда сақтаулы?')).toBeFocused()
  await press(page, page.getByRole('button', { name: 'Сертификатты таңдау' }), 'Enter')
  await expect(page.getByText(/^\d+-ОЖ$/).first()).toBeVisible()
})
