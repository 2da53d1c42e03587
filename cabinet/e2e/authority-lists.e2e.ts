// What ends the wait for a silent authority: revocation lists where the settings allow them, else the end of the hold.

import type { Simulators } from '../../ops/world.mjs'
import { setAuthority } from './authority-desk.ts'
import { fileBankDetails } from './core.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { keyOf, MAIN, signIn } from './people.ts'
import { choose, openSigning } from './signing.ts'
import { test as base, expect, type OpenWorld, openWorld } from './world.ts'

const test = base.extend<{ baseURL: string }, { own: OpenWorld }>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use, { workerIndex }) => {
      const world = await openWorld({ workerIndex, settings })
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ own }, use) => use(own.url),
})

function settings({ crlGost, crlGostDelta, crlRsa, crlRsaDelta }: Simulators) {
  return {
    JOBS_EVERY_MS: '200',
    AUTHORITY_TIMEOUT_MS: '500',
    REVOCATION: 'ocsp-or-crl',
    CRL_URLS: [crlGost, crlGostDelta, crlRsa, crlRsaDelta].join(','),
    HOLD_HOURS: '0.002', // seven seconds
  }
}

test.describe.configure({ timeout: 120_000 })
test.afterEach(({ own }) => setAuthority(own))

// In this order: a responder that was stopped is left alone for a while, and then the lists answer for it.

test('a signature that nobody could check in time does not count, and can be made again', async ({ page, own }) => {
  const { id } = await fileBankDetails(own, MAIN)
  await signIn(page, own, MAIN)
  await openSigning(page, id)
  const address = page.url()
  await setAuthority(own, { ocsp: 'unknown' })
  await choose(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Қолтаңба тексерілуде')

  await expect(async () => {
    await page.goto(address)
    await expect(page.getByRole('alert')).toContainText('Куәландырушы орталық уақытында жауап бермеді', {
      timeout: 500,
    })
  }).toPass({ timeout: 30_000 })
  await setAuthority(own)
  await page.getByLabel('Келісемін').check()
  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
  await choose(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
})

test('a person signs in and withdraws by the lists, and a revoked key does neither', async ({ page, own }) => {
  await setAuthority(own, { ocsp: 'down' })
  const { id } = await fileBankDetails(own, MAIN)
  await expect(() => signIn(page, own, MAIN)).toPass({ timeout: 30_000 }) // the lists come at the start, by a job

  await openSigning(page, id)
  await setNcaLayer(own, { key: keyOf(own, MAIN, 'revoked') })
  await choose(page)
  await expect(page.getByRole('alert')).toContainText('Бұл сертификат қайтарып алынған')

  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
  await setNcaLayer(own, { person: MAIN })
  await choose(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
  await expect(page.getByText(/тізімі \(CRL\) бойынша сертификат қайтарып алынбаған/)).toBeVisible()
})
