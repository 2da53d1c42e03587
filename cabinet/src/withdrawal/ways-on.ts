// Where one may go on from a refusal: to the result that is already there, and to the application.
import type { Context } from 'hono'
import type { Env } from '../web/context.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { NextStep } from '../web/problem-page.tsx'

export function waysOn(c: Context<Env>, application: string, registration?: string): NextStep[] {
  const language = c.get('language')
  const { toResult, toApplication } = messagesFor(language).chrome.problem
  const back = { text: toApplication, href: `/${language}${addressOfApplication(application)}` }
  if (!registration) return [back]
  return [{ text: toResult, href: `/${language}/withdrawals/${encodeURIComponent(registration)}` }, back]
}

/** Without the language: of the page that shows it. */
export function addressOfApplication(id: string): string {
  return `/applications/${encodeURIComponent(id)}`
}
