// The answer to whoever wants to change what is protected while an alarm stands: why not, and where it is lifted.
import type { Context } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { messagesFor } from '../web/messages/for.ts'
import { problemPage } from '../web/problem-page.tsx'
import { PROTECTION_PATH } from './paths.ts'

export function changesStopped(c: Context<Env>, assets: Assets): Response {
  const language = c.get('language')
  const text = messagesFor(language).shield.protection.title
  return problemPage(c, assets, 'changes-stopped', [{ text, href: `/${language}${PROTECTION_PATH}` }], PROTECTION_PATH)
}
