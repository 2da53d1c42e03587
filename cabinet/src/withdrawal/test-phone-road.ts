// For tests: a person with a draft, a code for it, and a phone that speaks the protocol.
import { phoneFor } from '../qr-signing/test-phone.ts'
import { bankDetails } from '../test-applications.ts'
import { testAuthority } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import type { Browser, Json, TestService } from '../test-service.ts'

export type Draft = { readonly id: string; readonly pdf: Buffer; readonly sha256: string }

export async function phoneRoad(service: TestService) {
  const { browser, store } = await signedIn(service)
  const phone = phoneFor(service)
  const state = async (id: string) => (await browser.get(`/api/v1/qr-operations/${id}`)).json
  return { service, browser, store, phone, state, authority: await testAuthority() }
}

export type PhoneRoad = Awaited<ReturnType<typeof phoneRoad>>

/** A draft for an application that has just come from the core. */
export async function draftFor(
  { service, browser }: PhoneRoad,
  application: string,
  of = bankDetails(),
): Promise<Draft> {
  await service.core('PUT', `/applications/${application}`, { ...of, number: application })
  const { json } = await browser.post(`/api/v1/applications/${application}/withdrawal-drafts`)
  return { id: json.id, pdf: Buffer.from(json.document.bytes, 'base64'), sha256: json.document.sha256 }
}

/** A new code for the draft, by the API. */
export async function codeFor(browser: Browser, draft: { readonly id: string }): Promise<Json> {
  const { status, json } = await browser.post(`/api/v1/withdrawal-drafts/${draft.id}/qr-operations`)
  if (status !== 201) throw new Error(`no code: ${JSON.stringify(json)}`)
  return json
}
