// For tests: registering step by step as a browser does, and the digits that a person would read in a message.
import type { KeyStore } from '@otinish/simulators/p12/read'
import { codeDigits } from '../accounts/code-digits.ts'
import { AIGERIM, type Applicant, sign, testAuthority } from '../test-authority.ts'
import type { Answer, Browser, TestService } from '../test-service.ts'

export const PASSWORD = 'тауда жалғыз күрең қайың'
export const CONTACTS = { mail: 'aigerim@example.kz', phone: '8 701 123 45 67' }

const digitsOf = codeDigits(['00'.repeat(32)])

/** Shows who one is by EDS, on the page of the purpose. */
export async function identified(
  browser: Browser,
  purpose: 'registration' | 'recovery',
  by?: KeyStore,
): Promise<Answer> {
  const store = by ?? (await testAuthority()).signing(AIGERIM)
  const { json } = await browser.post(`/api/v1/sign-in/challenges?purpose=${purpose}`)
  const cms = sign(store, Buffer.from(json.bytes, 'base64'))
  const page = purpose === 'registration' ? 'register' : 'forgotten-password'
  return browser.form(`/kk/${page}`, { challenge: json.id, cms })
}

type Codes = { readonly mail: string; readonly sms: string }

/** The newest codes of the registration that gave this mail address, as they stand in the messages. */
export async function newestCodes({ database: { owner } }: TestService, mail = CONTACTS.mail): Promise<Codes> {
  const [row] = await owner`select mail_code, sms_code from registration where mail = ${mail}`
  return codesOf(row)
}

/** The newest ones of whoever recovers. */
export async function recoveryCodes({ database: { owner } }: TestService): Promise<Codes> {
  const [row] = await owner`select mail_code, sms_code from recovery where way = 'codes' order by made_at desc limit 1`
  return codesOf(row)
}

/** Digits that were never sent follow from an id all the same. */
function codesOf(row: Record<string, string> | undefined): Codes {
  return { mail: digitsOf(row?.['mail_code'] ?? ''), sms: digitsOf(row?.['sms_code'] ?? '') }
}

/** As far as the codes: both were sent. */
export async function withContacts(service: TestService, person: Applicant = AIGERIM, contacts = CONTACTS) {
  const browser = service.browser()
  await identified(browser, 'registration', (await testAuthority()).signing(person))
  await browser.form('/kk/register/person')
  await browser.form('/kk/register/contacts', contacts)
  return browser
}

/** As far as the password. */
export async function withCodes(service: TestService, person: Applicant = AIGERIM, contacts = CONTACTS) {
  const browser = await withContacts(service, person, contacts)
  await browser.form('/kk/register/codes', await newestCodes(service, contacts.mail))
  return browser
}

/** To the end: signed in too. */
export async function registered(service: TestService, person: Applicant = AIGERIM, contacts = CONTACTS) {
  const browser = await withCodes(service, person, contacts)
  await browser.form('/kk/register/password', { password: PASSWORD })
  return browser
}

/** Where a form led, or its status and what is said on the page. */
export function ended({ status, headers }: Answer): string {
  return status === 303 ? (headers.get('location') ?? '') : String(status)
}
