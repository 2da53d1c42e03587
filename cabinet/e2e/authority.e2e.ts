// The certifying authority is stopped, slow or lies: nobody signs in, no withdrawal completes, nothing is lost, and when it
// answers again what was held ends by itself.
import type { Page } from '@playwright/test'
import { askedOf, revokedAnHourAgo, setAuthority } from './authority-desk.ts'
import { coreOf, fileBankDetails } from './core.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { keyOf, MAIN, signIn } from './people.ts'
import { choose, openSigning } from './signing.ts'
import { test as base, expect, type OpenWorld, openWorld } from './world.ts'

/** A world of their own: a silent authority is left alone for a while, and that must not meet other journeys. */
const IMPATIENT = { JOBS_EVERY_MS: '200', AUTHORITY_TIMEOUT_MS: '700' }

const test = base.extend<{ baseURL: string }, { patient: OpenWorld }>({
  patient: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use, { workerIndex }) => {
      const world = await openWorld({ workerIndex, settings: () => IMPATIENT })
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ patient }, use) => use(patient.url),
})

test.describe.configure({ mode: 'parallel', timeout: 120_000 })
test.afterEach(({ patient }) => setAuthority(patient))

const LEASE = 31_000 // so long nobody else takes up what one of them was checking
const HELD = 'Қолтаңба тексерілуде'
const DONE = 'Өтініштің күші жойылды'
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Signed, and the page says that it is being checked. Answers the application's id and number. */
async function signAndBeHeld(page: Page, world: OpenWorld, outage: Parameters<typeof setAuthority>[1]) {
  await setAuthority(world)
  const application = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN)
  await openSigning(page, application.id)
  await setAuthority(world, outage)
  await choose(page)
  await expect(heading(page)).toHaveText(HELD)
  return application
}

/** The core may not take it meanwhile, and the person sees it as accepted. */
async function isHeld(page: Page, world: OpenWorld, { id, number }: { id: string; number: string }) {
  expect(await coreOf(world).claim(id, `claim-${id}`.slice(0, 40))).toMatchObject({
    status: 409,
    body: { code: 'withdrawal-being-checked' },
  })
  const seen = await page.request.get(`/api/v1/applications/${id}`)
  expect(await seen.json()).toMatchObject({ number, status: 'accepted', withdrawal: { allowed: false } })
}

/** Presses "refresh now" until the page has moved on. */
async function refreshUntil(page: Page, title: string) {
  await expect(async () => {
    if ((await heading(page).textContent()) === HELD) await page.getByRole('link', { name: 'Қазір жаңарту' }).click()
    await expect(heading(page)).toHaveText(title, { timeout: 1_000 })
  }).toPass({ timeout: 60_000 })
}

/** The browser comes again sooner than the page asks it to; answers what it was asked. */
async function hurryRefreshes(page: Page): Promise<readonly string[]> {
  const asked: string[] = []
  await page.route('**/kk/withdrawal-drafts/*', async route => {
    const response = await route.fetch()
    const { refresh, ...headers } = response.headers()
    if (refresh !== undefined) asked.push(refresh)
    await route.fulfill({ response, headers: refresh === undefined ? headers : { ...headers, refresh: '1' } })
  })
  return asked
}

for (const [what, outage] of [
  ['the OCSP responder is stopped', { ocsp: 'down' }],
  ['the OCSP responder never answers', { ocsp: 'slow' }],
  ['somebody else stamps the time', { tsp: 'lying' }],
] as const)
  test(`while ${what}, a withdrawal is held; then it ends by itself`, async ({ page, patient }) => {
    const application = await signAndBeHeld(page, patient, outage)
    await isHeld(page, patient, application)
    await setAuthority(patient)
    await refreshUntil(page, DONE)
    await expect(page.getByText(/OCSP жауабы бойынша сертификат қайтарып алынбаған/)).toBeVisible()
  })

test('while somebody else answers for the OCSP responder, a withdrawal is held; then the page moves on by itself', async ({
  page,
  patient,
}) => {
  const application = await signAndBeHeld(page, patient, { ocsp: 'lying' })
  await isHeld(page, patient, application)
  const asked = await hurryRefreshes(page)
  await page.getByRole('link', { name: 'Қазір жаңарту' }).click()
  await setAuthority(patient)
  await expect(heading(page)).toHaveText(DONE, { timeout: 60_000 })
  expect(new Set(asked)).toEqual(new Set(['30']))
})

test('what is revoked while a signature is held is refused, and the application stays in force', async ({
  page,
  patient,
}) => {
  const { id } = await signAndBeHeld(page, patient, { ocsp: 'slow' })
  const revoked = [revokedAnHourAgo(patient, keyOf(patient, MAIN, 'good'))]
  await setAuthority(patient, { revoked })
  await refreshUntil(page, 'Өтініштің күшін жою')
  await expect(page.getByRole('alert')).toContainText('Бұл сертификат қайтарып алынған')
  await page.goto(`/kk/applications/${id}`)
  await expect(page.getByRole('link', { name: 'Өтініштің күшін жою', exact: true })).toBeVisible()
  expect((await coreOf(patient).claim(id, 'claim-after')).status).toBe(201)
})

test('the service is killed in the middle of a check and comes back after a while: the signature is not lost', async ({
  page,
  patient,
}) => {
  await setAuthority(patient)
  const application = await fileBankDetails(patient, MAIN)
  await signIn(page, patient, MAIN)
  await openSigning(page, application.id)
  const address = page.url()
  await setAuthority(patient, { ocsp: 'slow' })
  const { ocsp: before } = await askedOf(patient)
  await choose(page)
  await expect.poll(async () => (await askedOf(patient)).ocsp).toBeGreaterThan(before)
  await page.goto('about:blank')
  await patient.restart({ later: LEASE })

  await page.goto(address)
  await expect(heading(page)).toHaveText(HELD)
  await isHeld(page, patient, application)
  await setAuthority(patient)
  await refreshUntil(page, DONE)
})

for (const [what, ocsp] of [
  ['is stopped', 'down'],
  ['never answers', 'slow'],
  ['is somebody else', 'lying'],
  ['does not know the certificate', 'unknown'],
] as const)
  test(`while the OCSP responder ${what}, nobody signs in; then everybody does`, async ({ page, patient }) => {
    const enter = page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' })
    await setAuthority(patient, { ocsp })
    await setNcaLayer(patient, { person: MAIN })
    await page.goto('/kk/sign-in')
    await enter.click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('қолтаңбаңызды тексере алмаймыз')
    await expect(alert).toContainText('Ештеңе жоғалған жоқ')
    expect((await page.request.get('/api/v1/me')).status()).toBe(401)

    await setAuthority(patient)
    await expect(async () => {
      await enter.click()
      await page.waitForURL('**/kk/services', { timeout: 3_000 })
    }).toPass({ timeout: 60_000 })
  })
