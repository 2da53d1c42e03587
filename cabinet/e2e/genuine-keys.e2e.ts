// The national test keys, genuine files of the National Certification Authority, through the whole service.
// The vectors' folder is a setting (OTINISH_VECTORS); without it these journeys are skipped, and say so.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setNcaLayer } from './ncalayer-desk.ts'
import { test as base, expect, type OpenWorld, openWorld } from './world.ts'

const VECTORS = join(resolve(process.env['OTINISH_VECTORS'] ?? '../shared'), 'pki/vectors')
const AUTHENTICATION = 'rsa2048_individual_auth_valid_2023-11-16_df5e58a1.p12'
const SIGNING = 'gost2015-512_individual_sign_valid_2024-10-29_0d79679f.p12'
const HEAD = 'gost2015-512_head_sign_valid_2026-05-08_303eebdf.p12'
const BOTH_IN_TIME = '2024-11-05T06:00:00Z'

const test = base.extend<{ clock: string | undefined; genuine: OpenWorld }>({
  clock: [undefined, { option: true }],
  genuine: async ({ clock }, use, { workerIndex }) => {
    const world = await openWorld({
      workerIndex,
      trustDir: nationalTestAuthorities(),
      keys: join(VECTORS, 'p12'),
      ...(clock ? { clock } : {}),
    })
    await use(world)
    await world.close()
  },
  baseURL: async ({ genuine }, use) => use(genuine.url),
})

test.skip(!existsSync(VECTORS), `no genuine vectors at ${VECTORS}: set OTINISH_VECTORS`)

function nationalTestAuthorities(): string {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-trust-'))
  for (const part of ['signers', 'intermediates', 'tsp']) mkdirSync(join(dir, part))
  for (const issuing of ['nca_gost2022_test.cer', 'nca_rsa_test_2023.cer'])
    copyFileSync(join(VECTORS, 'ca-test', issuing), join(dir, 'signers', issuing))
  return dir
}

test.describe('with the clock at 2024-11-05', () => {
  test.use({ clock: BOTH_IN_TIME })

  test('the genuine authentication key signs in and the genuine signing key withdraws', async ({ page, genuine }) => {
    await setNcaLayer(genuine, { key: AUTHENTICATION })
    await page.goto('/kk/sign-in')
    await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
    await page.waitForURL('**/kk/services')
    await expect(page.getByText('ТЕСТОВ').first()).toBeVisible()

    await page.goto('/kk/applications?kind=bank-details')
    await page.getByRole('row').getByRole('link').first().click()
    await page.getByRole('button', { name: 'Өтініштің күшін жою' }).click()
    await page.getByLabel('Келісемін').check()
    await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
    await setNcaLayer(genuine, { key: SIGNING })
    await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
    await expect(page.getByText(/GOST\) TEST 2022/).first()).toBeVisible()
  })
})

test.describe('with the clock at now', () => {
  for (const [what, key, sentence] of [
    ['an expired certificate', AUTHENTICATION, /мерзімі/],
    ["a company head's certificate that is in time: a person is asked", HEAD, /жеке тұлға/i],
  ] as const)
    test(`sign-in is refused to ${what}`, async ({ page, genuine }) => {
      await setNcaLayer(genuine, { key, check: false })
      await page.goto('/kk/sign-in')
      await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
      await expect(page.getByRole('alert')).toContainText(sentence)
      await expect(page).toHaveURL(/sign-in/)
    })
})
