// A person takes a receipt and a certificate along; somebody else, without a session, checks the certificate by its code.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { coreOf, fileBankDetails } from './core.ts'
import { glance, look } from './look.ts'
import { MAIN, signIn } from './people.ts'
import { expect, test } from './world.ts'

async function save(page: Page, link: string): Promise<Buffer> {
  const arriving = page.waitForEvent('download')
  await page.getByRole('link', { name: link }).click()
  const file = join(test.info().outputDir, link)
  await (await arriving).saveAs(file)
  return readFileSync(file)
}

test('a receipt is downloaded, a certificate is issued, and a stranger checks it', async ({ page, world, browser }) => {
  test.setTimeout(120_000)
  const { id, number } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN)
  await page.goto(`/kk/applications/${id}`)
  expect((await save(page, 'Құжаттарды қабылдау туралы қолхат')).subarray(0, 8).toString()).toBe('%PDF-1.7')

  await page.getByRole('button', { name: 'Анықтама алу' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Анықтама дайын')
  expect((await save(page, 'Анықтаманы жүктеп алу')).subarray(0, 8).toString()).toBe('%PDF-1.7')
  const code = await page.locator('.paper-code').innerText()
  await look(page)

  const stranger = await browser.newContext({ baseURL: world.url, javaScriptEnabled: false })
  const desk = await stranger.newPage()
  await desk.goto('/kk/verify')
  await desk.getByLabel('Құжаттағы код').fill('0000-0000-0000-0000-0000')
  await desk.getByRole('button', { name: 'Құжатты тексеру' }).click()
  await expect(desk.getByRole('alert')).toContainText('Мұндай құжат табылмады')
  await desk.getByLabel('Құжаттағы код').fill(code.toLowerCase().replaceAll('-', ' '))
  await desk.getByRole('button', { name: 'Құжатты тексеру' }).click()
  await expect(desk.getByText('Мәртебе содан бері өзгермеген')).toBeVisible()
  await expect(desk.getByText(number)).toBeVisible()
  await expect(desk.locator('main')).not.toContainText(MAIN.slice(-4))
  await stranger.close()

  await lookAsAnybody(page, code)
  expect((await coreOf(world).claim(id, `claim-of-${id}`)).status).toBe(201)
  await coreOf(world).say(randomUUID(), id, { is: 'executed', on: world.now().toISOString().slice(0, 10) })
  await page.goto(`/ru/verify/${code}`)
  await expect(page.getByText('Статус с тех пор изменился')).toBeVisible()
})

async function lookAsAnybody(page: Page, code: string) {
  await page.context().clearCookies()
  await page.goto('/kk/verify')
  await page.getByLabel('Құжаттағы код').fill('қате код')
  await page.getByRole('button', { name: 'Құжатты тексеру' }).click()
  await glance(page)
  await page.goto(`/kk/verify/${code}`)
  await look(page)
}
