// A person without a mouse: goes to a thing by Tab and uses it by a key.
import type { Locator, Page } from '@playwright/test'
import { expect } from './world.ts'

const FURTHEST = 80 // no page has more to stop at

/** Tab by Tab, as far as it takes. */
export async function tabTo(page: Page, thing: Locator): Promise<void> {
  const isThere = () => thing.evaluate(element => element === document.activeElement)
  for (let i = 0; i < FURTHEST && !(await isThere()); i++) await page.keyboard.press('Tab')
  await expect(thing).toBeFocused()
}

export async function press(page: Page, thing: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, thing)
  await page.keyboard.press(key)
}

/** As a paste comes, in place of what stood there. */
export async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.insertText(text)
}
