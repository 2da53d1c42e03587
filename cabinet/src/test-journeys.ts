// For tests: the roads that many tests walk before they begin.
import type { KeyStore } from '@otinish/simulators/p12/read'
import { bankDetails } from './test-applications.ts'
import { AIGERIM, type Applicant, sign, testAuthority } from './test-authority.ts'
import type { Answer, Browser, TestService } from './test-service.ts'

export async function signIn(browser: Browser, store: KeyStore): Promise<Answer> {
  const { json: challenge } = await browser.post('/api/v1/sign-in/challenges')
  const cms = sign(store, Buffer.from(challenge.bytes, 'base64'))
  return browser.post('/api/v1/sign-in/eds', { challenge: challenge.id, cms })
}

export async function signedIn(service: TestService, person: Applicant = AIGERIM) {
  const store = (await testAuthority()).signing(person)
  const browser = service.browser()
  const { status, json } = await signIn(browser, store)
  if (status !== 200) throw new Error(`signing in failed: ${JSON.stringify(json)}`)
  return { browser, store }
}

export async function withDraft(service: TestService) {
  await service.core('PUT', '/applications/a-1', bankDetails())
  const { browser, store } = await signedIn(service)
  const { json: draft } = await browser.post('/api/v1/applications/a-1/withdrawal-drafts')
  return { browser, store, draft, pdf: Buffer.from(draft.document.bytes, 'base64') }
}
