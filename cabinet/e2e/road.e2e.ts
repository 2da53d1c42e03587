// The whole road in Kazakh: sign in, list, detail, withdraw, «Күші жойылды», download, check by the command.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fileBankDetails } from './core.ts'
import { edsVerify, edsVerifyArchive, flipped } from './eds.ts'
import { MAIN, MEMO, signIn } from './people.ts'
import { expect, test } from './world.ts'

test('a contributor withdraws a bank-details change by EDS and walks away with proof', async ({ page, world }) => {
  const { number } = await fileBankDetails(world, MAIN)
  await signIn(page, world, MAIN)

  await page
    .getByRole('link', { name: /өтініштерім/i })
    .first()
    .click()
  const row = page.getByRole('row', { name: number })
  await expect(row).toContainText('Өңдеуге қабылданды')
  await expect(row).toContainText('Күшін жоюға болады')
  await row.getByRole('link').click()

  await expect(page.getByText('Енді кезек БЖЗҚ-да.')).toBeVisible()
  await page.getByRole('link', { name: 'Өтініштің күшін жою', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күшін жоймас бұрын')
  await expect(page.getByText('Банктік деректемелеріңіз өзгермейді')).toBeVisible()
  await expect(page.getByText('Себебін айту қажет емес')).toBeVisible()
  await page.getByRole('button', { name: 'Күшін жою өтінішін дайындау' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күшін жою')
  await expect(page.getByText(`№ ${number}`).first()).toBeVisible()
  const open = page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' })
  await expect(open).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByText('Қол қою үшін алдымен «Келісемін» деп белгілеңіз.')).toBeVisible()
  await page.getByLabel('Келісемін').check()
  await expect(open).toHaveAttribute('aria-disabled', 'false')
  await open.click()
  await expect(page.getByLabel('Кілтіңіз қайда сақтаулы?')).toHaveValue('PKCS12')
  await page.getByRole('button', { name: 'Сертификатты таңдау' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Өтініштің күші жойылды')
  await expect(page.getByText(/^\d+-ОЖ$/).first()).toBeVisible()
  await expect(page.getByText(/OCSP жауабы бойынша сертификат қайтарып алынбаған/)).toBeVisible()
  await expect(page.getByText('Уақыт белгісі')).toBeVisible()

  const folder = test.info().outputDir
  const statement = await download(page, 'Қол қойылған өтініш', folder)
  const signature = await download(page, 'Қолтаңба', folder)
  const anchors = join(world.simulators.trustDir, 'signers')
  expect(statement.subarray(0, 5).toString()).toBe('%PDF-')
  expect(edsVerify(folder, { cms: signature, content: statement, anchors })).toEqual({
    status: 0,
    outcome: 'valid',
    reasons: [],
  })
  expect(edsVerify(folder, { cms: signature, content: flipped(statement), anchors })).toMatchObject({ status: 1 })
  expect(edsVerify(folder, { cms: flipped(signature), content: statement, anchors })).toMatchObject({ status: 1 })

  const archive = await download(page, 'Дәлелдер архиві', folder)
  expect(edsVerifyArchive(folder, archive, world.simulators.trustDir)).toEqual({
    status: 0,
    outcome: 'valid',
    reasons: [],
  })

  await page.goto('/kk/applications')
  await expect(page.getByRole('row', { name: number })).toContainText('Күші жойылды')
  await page.getByRole('row', { name: number }).getByRole('link').click()
  await expect(page.getByText('Күші жойылды').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Өтініштің күшін жою', exact: true })).toHaveCount(0)
})

async function download(page: Page, name: string, folder: string): Promise<Buffer> {
  const link = page.getByRole('listitem').filter({ hasText: name }).getByRole('link')
  const [arriving] = await Promise.all([page.waitForEvent('download'), link.click()])
  const saved = join(folder, name)
  await arriving.saveAs(saved)
  return readFileSync(saved)
}

const SHORT = {
  ru: {
    withdraw: 'Отозвать заявление',
    draw: 'Подготовить отзыв',
    agree: 'Согласен',
    sign: 'Подписать ЭЦП',
    choose: 'Выбрать сертификат',
    withdrawn: 'Отозвано',
  },
  en: {
    withdraw: 'Withdraw application',
    draw: 'Draw up the statement',
    agree: 'I agree',
    sign: 'Sign with EDS',
    choose: 'Choose certificate',
    withdrawn: 'Withdrawn',
  },
} as const

for (const language of ['ru', 'en'] as const)
  test(`the short road in ${language}`, async ({ page, world }) => {
    const t = SHORT[language]
    const { id, number } = await fileBankDetails(world, MEMO)
    await signIn(page, world, MEMO, language)
    await page.goto(`/${language}/applications/${id}`)
    await page.getByRole('link', { name: t.withdraw, exact: true }).click()
    await page.getByRole('button', { name: t.draw }).click()
    await page.getByLabel(t.agree).check()
    await page.getByRole('button', { name: t.sign }).click()
    await page.getByRole('button', { name: t.choose }).click()
    await expect(page.getByText(/^\d+-ОЖ$/).first()).toBeVisible()
    await page.goto(`/${language}/applications`)
    await expect(page.getByRole('row', { name: number })).toContainText(t.withdrawn)
  })
