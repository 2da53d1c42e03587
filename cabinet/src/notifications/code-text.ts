// What is said with a one-time code. Its digits stand in the text and not in the subject, which servers write into their logs.
import type { CodePurpose } from '../accounts/code-rules.ts'
import { formatTime } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'

export type CodeText = { readonly title: string; readonly lines: readonly string[]; readonly sms: string }

export function codeText(purpose: CodePurpose, digits: string, until: Date, language: Language): CodeText {
  const t = messagesFor(language).notifications.code
  const time = formatTime(until)
  return {
    title: t.title[purpose],
    lines: [t.text[purpose], digits, t.until(time), `${t.secret} ${t.notAsked}`],
    sms: t.sms(t.name[purpose], digits, time),
  }
}
