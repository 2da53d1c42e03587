// For tests: signing in again in the same browser, looking at what a person was told, and letting time pass.
import type { KeyStore } from '@otinish/simulators/p12/read'
import { signIn } from '../test-journeys.ts'
import type { Browser, TestService } from '../test-service.ts'

export function minutes(service: TestService, count: number): void {
  service.clock.at = new Date(service.clock.at.getTime() + count * 60_000)
}

/** A browser with copies of another one's cookies, as a thief or a second tab has them. */
export function copyOf(service: TestService, browser: Browser): Browser {
  const copy = service.browser()
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
  return copy
}

/** Signs in; answers with the browser. */
export async function signedInWith(browser: Browser, store: KeyStore): Promise<Browser> {
  const { status, json } = await signIn(browser, store)
  if (status !== 200) throw new Error(`signing in failed: ${JSON.stringify(json)}`)
  return browser
}

/** Whether somebody is signed in there. */
export async function isIn(browser: Browser): Promise<boolean> {
  return (await browser.get('/api/v1/me')).status === 200
}

/** The kinds of messages in the inbox of a person, oldest first. */
export async function toldTo(service: TestService, iin: string): Promise<string[]> {
  const rows = await service.database.owner`select kind from message where iin = ${iin} order by at, id`
  return rows.map(row => row['kind'])
}
