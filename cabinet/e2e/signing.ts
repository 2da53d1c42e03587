// The way from an application to NCALayer, as a person goes it in Kazakh.
import type { Page } from '@playwright/test'

/** Up to the choice of the key store: the statement is read and agreed to. */
export async function openSigning(page: Page, id: string): Promise<void> {
  await page.goto(`/kk/applications/${id}`)
  await page.getByRole('button', { name: 'Өтініштің күшін жою' }).click()
  await page.getByLabel('Келісемін').check()
  await page.getByRole('button', { name: 'ЭЦҚ-мен қол қою' }).click()
}

/** Asks NCALayer; what it answers goes to the service. */
export function choose(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Сертификатты таңдау' }).click()
}
