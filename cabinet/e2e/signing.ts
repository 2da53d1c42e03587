// The way from an application to NCALayer, as a person goes it in Kazakh.
import type { Page } from '@playwright/test'

/** Up to the choice of the key store: the statement is read and agreed to. */
export async function openSigning(page: Page, id: string): Promise<void> {
  await page.goto(`/kk/applications/${id}`)
  await drawUp(page)
  await page.getByLabel('Келісемін').check()
  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
}

/** From the page of an application to the statement, past the page that says what follows from it. */
export async function drawUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Өтініштің күшін жою', exact: true }).click()
  const anew = page.getByRole('button', { name: 'Күшін жою өтінішін дайындау' })
  await anew.or(page.getByRole('link', { name: 'Дайын өтінішті ашу' })).click()
}

/** Asks NCALayer; what it answers goes to the service. */
export function choose(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
}
