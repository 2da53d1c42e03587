// The phone of a world with the simulated eGov Mobile on it: scans a code and says what came of it.
import { readQrPicture } from '@otinish/simulators/egov-mobile/read-qr-picture'
import type { Report } from '@otinish/simulators/egov-mobile/report'
import type { Settings } from '@otinish/simulators/egov-mobile/settings'
import type { Page } from '@playwright/test'
import { expect, type OpenWorld } from './world.ts'

export type Scan = Partial<Pick<Settings, 'person' | 'language' | 'how'>> & { readonly text: string }

/** The text of the QR or the link on the page, as this person's phone takes it; without `how` it signs as it should. */
export async function scanWith(world: OpenWorld, scan: Scan): Promise<Report> {
  const answer = await fetch(new URL('/scan', world.simulators.egovMobile), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(scan),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as Report
}

/** What the camera reads off the screen. Without a script the page comes anew by itself, and between the two there is no picture. */
export async function codeOn(page: Page): Promise<string> {
  let text: string | undefined
  await expect(async () => {
    text = readQrPicture(await page.screenshot())
    expect(text).toBeTruthy()
  }).toPass({ timeout: 10_000 })
  return text ?? ''
}
