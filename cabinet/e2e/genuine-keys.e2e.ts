// The national test keys and revocation lists, genuine files of the National Certification Authority, through the whole service.
// The vectors' folder is a setting (OTINISH_VECTORS); without it these journeys are skipped, and say so.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { setAuthority } from './authority-desk.ts'
import { serveLists } from './list-server.ts'
import { setNcaLayer } from './ncalayer-desk.ts'
import { drawUp } from './signing.ts'
import { test as base, expect, type OpenWorld, openWorld } from './world.ts'

const VECTORS = join(resolve(process.env['OTINISH_VECTORS'] ?? '../shared'), 'pki/vectors')
const AUTHENTICATION = 'rsa2048_individual_auth_valid_2023-11-16_df5e58a1.p12'
const AUTHENTICATION_REVOKED = 'rsa2048_individual_auth_revoked_2023-11-16_44135aa6.p12'
const SIGNING = 'gost2015-512_individual_sign_valid_2024-10-29_0d79679f.p12'
const SIGNING_REVOKED = 'gost2015-512_individual_sign_valid_2024-10-29_145fc491.p12' // later than it was published
const HEAD = 'gost2015-512_head_sign_valid_2026-05-08_303eebdf.p12'

/** Moments at which lists of both kinds of keys, or of the GOST ones, were in time. */
const WINTER = {
  clock: '2023-12-01T06:00:00Z',
  lists: ['nca_rsa_test_2023-11-17.crl', 'nca_gost_test_2022_2023-11-17.crl'],
}
const SPRING = { clock: '2025-05-01T06:00:00Z', lists: ['nca_gost2022_test_2025-04-29.crl'] }
const NOW = { clock: undefined, lists: [] }

type Moment = { readonly clock: string | undefined; readonly lists: readonly string[] }

const test = base.extend<{ at: Moment; genuine: OpenWorld }>({
  at: [NOW, { option: true }],
  genuine: [
    async ({ at }, use, { workerIndex }) => {
      const lists = await serveLists(join(VECTORS, 'crl'))
      const byLists = { REVOCATION: 'ocsp-or-crl', CRL_URLS: at.lists.map(lists.url).join(',') }
      const trustDir = nationalTestAuthorities()
      const world = await openWorld({
        ...{ workerIndex, trustDir },
        keys: join(VECTORS, 'p12'),
        settings: () => ({ TSP_URL: '', AUTHORITY_TIMEOUT_MS: '500', ...(at.lists.length > 0 ? byLists : {}) }),
        ...(at.clock ? { clock: at.clock } : {}),
      })
      await setAuthority(world, { ocsp: 'down' }) // nobody answers for the national test authority here
      await use(world)
      await world.close()
      await lists.close()
      rmSync(trustDir, { recursive: true })
    },
    { timeout: 120_000 }, // a world that begins at another time has everything to make
  ],
  baseURL: async ({ genuine }, use) => use(genuine.url),
})

test.describe.configure({ mode: 'parallel' }) // each has a world of its own
test.skip(!existsSync(VECTORS), `no genuine vectors at ${VECTORS}: set OTINISH_VECTORS`)

function nationalTestAuthorities(): string {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-trust-'))
  for (const part of ['signers', 'intermediates', 'tsp']) mkdirSync(join(dir, part))
  for (const issuing of ['nca_gost2022_test.cer', 'nca_rsa_test_2023.cer'])
    copyFileSync(join(VECTORS, 'ca-test', issuing), join(dir, 'signers', issuing))
  return dir
}

async function tryToSignIn(page: Page, world: OpenWorld, key: string) {
  await setNcaLayer(world, { key, check: false })
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
}

/** The lists come by a job at the start. */
async function signInSoon(page: Page, world: OpenWorld, key: string) {
  await expect(async () => {
    await tryToSignIn(page, world, key)
    await page.waitForURL('**/kk/services', { timeout: 3_000 })
  }).toPass({ timeout: 30_000 })
  await expect(page.getByText('ТЕСТОВ').first()).toBeVisible()
}

async function refusedAtSignIn(page: Page, world: OpenWorld, key: string, sentence: string | RegExp) {
  await tryToSignIn(page, world, key)
  await expect(page.getByRole('alert')).toContainText(sentence)
  await expect(page).toHaveURL(/sign-in/)
}

test.describe('in December 2023', () => {
  test.use({ at: WINTER })

  test('the genuine authentication key signs in by the genuine list, and the revoked one does not', async ({
    page,
    genuine,
  }) => {
    await signInSoon(page, genuine, AUTHENTICATION)
    await page.context().clearCookies()
    await refusedAtSignIn(page, genuine, AUTHENTICATION_REVOKED, 'Бұл сертификат қайтарып алынған')
  })
})

test.describe('in May 2025', () => {
  test.use({ at: SPRING })

  test('the genuine signing key withdraws by the genuine list, and the revoked one does not', async ({
    page,
    genuine,
  }) => {
    await signInSoon(page, genuine, SIGNING)
    await page.goto('/kk/applications?kind=bank-details')
    await page.getByRole('row').getByRole('link').first().click()
    await drawUp(page)
    await page.getByLabel('Келісемін').check()
    await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
    await setNcaLayer(genuine, { key: SIGNING_REVOKED })
    await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
    await expect(page.getByRole('alert')).toContainText('Бұл сертификат қайтарып алынған')

    await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
    await setNcaLayer(genuine, { key: SIGNING })
    await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
    await expect(page.getByText(/GOST\) TEST 2022/).first()).toBeVisible()
    await expect(page.getByText(/тізімі \(CRL\) бойынша сертификат қайтарып алынбаған/)).toBeVisible()
  })
})

test('now, an expired key and a company head stay outside', async ({ page, genuine }) => {
  await refusedAtSignIn(page, genuine, AUTHENTICATION, /мерзімі/)
  await refusedAtSignIn(page, genuine, HEAD, /жеке тұлға/i)
})
