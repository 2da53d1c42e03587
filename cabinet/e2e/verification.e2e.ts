// What a person took away proves itself to a stranger: the signature with the document on the public page, without a script.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fileBankDetails } from './core.ts'
import { flipped } from './eds.ts'
import { MAIN, signIn } from './people.ts'
import { choose, openSigning } from './signing.ts'
import { expect, test } from './world.ts'

test('a stranger checks the downloaded signature and the document, and an edited one is found out', async ({
  page,
  world,
  browser,
}) => {
  const { id } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN)
  await openSigning(page, id)
  await choose(page)
  await expect(page.getByText(/^\d+-ОЖ$/).first()).toBeVisible()
  const content = await download(page, 'Қол қойылған өтініш')
  const cms = await download(page, 'Қолтаңба')

  const stranger = await browser.newContext({ baseURL: world.url, javaScriptEnabled: false })
  const desk = await stranger.newPage()
  await check(desk, cms, content)
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Қолтаңба жарамды')
  await expect(desk.getByText('Сіз таңдаған құжатқа қол қойылған.')).toBeVisible()
  await expect(desk.getByText(MAIN)).toBeVisible()

  await check(desk, cms, flipped(content))
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('Қолтаңба жарамсыз')
  await expect(desk.getByText('Сіз таңдаған құжатқа емес')).toBeVisible()
  await stranger.close()
})

async function check(desk: Page, cms: Buffer, content: Uint8Array) {
  await desk.goto('/kk/verify')
  await desk.getByLabel('Қолтаңба файлы').setInputFiles({ name: 'a.cms', mimeType: 'application/cms', buffer: cms })
  await desk
    .getByLabel('Қол қойылған құжат (PDF)')
    .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(content) })
  await desk.getByRole('button', { name: 'Қолтаңбаны тексеру' }).click()
}

async function download(page: Page, name: string): Promise<Buffer> {
  const link = page.getByRole('listitem').filter({ hasText: name }).getByRole('link')
  const [arriving] = await Promise.all([page.waitForEvent('download'), link.click()])
  const saved = join(test.info().outputDir, name)
  await arriving.saveAs(saved)
  return readFileSync(saved)
}
