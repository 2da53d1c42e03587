// What can go wrong while signing: each ends in one clear sentence, nothing lost, nothing half done.
import type { Page } from '@playwright/test'
import { coreOf, fileBankDetails } from './core.ts'
import { type Desk, setNcaLayer } from './ncalayer-desk.ts'
import { INCAPABLE, keyOf, MAIN, MEMO, signIn } from './people.ts'
import { choose, openSigning } from './signing.ts'
import { expect, type OpenWorld, test } from './world.ts'

async function staysAccepted(page: Page, id: string) {
  await page.goto(`/kk/applications/${id}`)
  await expect(page.getByRole('link', { name: 'Өтініштің күшін жою', exact: true })).toBeVisible()
}

const CASES: readonly [string, (world: OpenWorld) => Desk, RegExp][] = [
  ['cancelled in NCALayer', () => ({ person: MAIN, script: ['cancel'] }), /терезесі қол қойылмай жабылды/],
  ['NCALayer closing mid-way', () => ({ person: MAIN, script: ['close'] }), /байланыс үзілді/],
  [
    'a frame of garbage and then silence, stopped by the person',
    () => ({ person: MAIN, script: ['hang'] }),
    /Күту тоқтатылды/,
  ],
  ['an NCALayer without the module', () => ({ person: MAIN, script: ['module-not-found'] }), /ескі болуы мүмкін/],
  ['an error inside NCALayer', () => ({ person: MAIN, script: ['general-error'] }), /қол қоя алмады/],
  ['another document', () => ({ person: MAIN, script: ['sign-something-else'] }), /құжат/],
  ['another person', () => ({ person: MAIN, script: ['wrong-person'] }), /басқа адам/],
  ['an expired certificate', world => ({ key: keyOf(world, MAIN, 'expired'), check: false }), /мерзімі/],
  ['a certificate not yet valid', world => ({ key: keyOf(world, MAIN, 'not-yet-valid'), check: false }), /мерзімі/],
  ["a company head's key", world => ({ key: keyOf(world, MAIN, 'company-head'), check: false }), /жеке тұлға/i],
  ['a foreign authority', world => ({ key: keyOf(world, MAIN, 'foreign'), check: false }), /куәландырушы/i],
  ['a revoked key', world => ({ key: keyOf(world, MAIN, 'revoked') }), /қайтарып алынған/],
  ['an authentication key', world => ({ key: keyOf(world, MAIN, 'good', 'authentication'), check: false }), /қол қою/i],
]

for (const [what, desk, sentence] of CASES)
  test(`signing with ${what} ends in a sentence and changes nothing`, async ({ page, world }) => {
    const { id } = await fileBankDetails(world, MAIN)
    await signIn(page, world, MAIN)
    await openSigning(page, id)
    await setNcaLayer(world, desk(world))
    await choose(page)
    if (what.includes('stopped')) await page.getByRole('button', { name: 'Күтуді тоқтату' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toContainText(sentence)
    await expect(alert).toContainText('Қол қойылмады')
    await staysAccepted(page, id)
  })

test('signing in with a revoked key ends in its own sentence', async ({ page, world }) => {
  for (const purpose of ['authentication', 'signing'] as const) {
    await setNcaLayer(world, { key: keyOf(world, MAIN, 'revoked', purpose), check: false })
    await page.goto('/kk/sign-in')
    await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
    await expect(page.getByRole('alert')).toContainText('Бұл сертификат қайтарып алынған')
    expect((await page.request.get('/api/v1/me')).status()).toBe(401)
  }
})

test('after a refusal the same draft can still be signed', async ({ page, world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN)
  await openSigning(page, id)
  const address = page.url()
  await setNcaLayer(world, { person: MAIN, script: ['wrong-person'] })
  await choose(page)
  await expect(page.getByRole('alert')).toBeVisible()
  expect(page.url()).toBe(address)
  await expect(page.getByLabel('Келісемін')).toBeChecked()
  await setNcaLayer(world, { person: MAIN })
  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
  await choose(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
})

test('NCALayer not running: an ordered checklist with the address of the program, and no claim about the cause', async ({
  page,
  world,
}) => {
  await page.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      constructor() {
        super()
        queueMicrotask(() => {
          this.dispatchEvent(new Event('error'))
          this.dispatchEvent(new CloseEvent('close', { code: 1006 }))
        })
      }
      close() {}
    } as unknown as typeof WebSocket
  })
  await setNcaLayer(world, { person: MAIN })
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
  const panel = page.getByRole('alert')
  await expect(panel.getByRole('listitem').first()).toContainText('https://pki.gov.kz/ncalayer/')
  await expect(panel).toContainText('Мыналарды ретімен тексеріп')
})

test('two tabs: one withdraws, the other is told what is true', async ({ context, world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  const [first, second] = [await context.newPage(), await context.newPage()]
  await signIn(first, world, MAIN)
  await openSigning(first, id)
  await openSigning(second, id)
  await setNcaLayer(world, { person: MAIN })
  await choose(first)
  await expect(first.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
  const registration = await first
    .getByText(/^\d+-ОЖ$/)
    .first()
    .textContent()
  await choose(second)
  await second.waitForURL('**/kk/withdrawals/**') // the first result, not a second act
  await expect(second.getByText(registration ?? '?').first()).toBeVisible()
})

test('execution that began meanwhile wins, and the page says so', async ({ page, world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN)
  await openSigning(page, id)
  expect((await coreOf(world).claim(id, 'claim-e2e')).status).toBe(201)
  await choose(page)
  await expect(page.getByRole('main')).toContainText('БЖЗҚ өтінішті орындауды бастап кетті')
  await page.getByRole('link', { name: 'Осы өтінішке өту' }).click()
  await expect(page.getByText('Оның күшін енді жоюға болмайды.').first()).toBeVisible()
})

test("somebody else's application and an unknown one are the same page", async ({ page, world }) => {
  const { id } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MEMO)
  const texts = []
  for (const path of [`/kk/applications/${id}`, '/kk/applications/no-such']) {
    const answer = await page.goto(path)
    expect(answer?.status()).toBe(404)
    texts.push(await page.getByRole('main').innerText())
  }
  expect(texts[0]).toBe(texts[1])
})

test('a person declared incapable is answered with a contact', async ({ page, world }) => {
  await setNcaLayer(world, { person: INCAPABLE })
  await page.goto('/kk/sign-in')
  await page.getByRole('button', { name: 'ЭЦҚ арқылы кіру' }).click()
  await expect(page.getByRole('alert')).toContainText('1418')
})
