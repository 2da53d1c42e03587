// What is said of a notice, in each language: the same facts in the cabinet, in a letter and in an SMS. Pure.
// Never a link, an IIN or a name: whoever else sees the letter learns no more than that there is a cabinet.
import { almatyDate } from '../calendar/almaty.ts'
import { formatDate, formatTime } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { Messages } from '../web/messages/kk.ts'
import type { Notice } from './notice.ts'

type Words = Messages['notifications']
type Fact = { readonly name: string; readonly value: string }

export type NoticeText = {
  readonly title: string // of the page, and the subject of the letter
  readonly text: string
  readonly facts: readonly Fact[]
  readonly notYou: readonly string[] // what to do, in this order, if it was somebody else
  readonly sms: string
}

export function noticeText(notice: Notice, at: Date, language: Language): NoticeText {
  const { notifications: t, sessions } = messagesFor(language)
  const when = `${formatDate(almatyDate(at), language)} ${formatTime(at)}`
  const { title, text, sms } = wordsFor(t, notice)
  const notYou =
    notice.kind === 'withdrawn' || notice.kind === 'not-withdrawn' ? t.notYou.application : t.notYou.account
  return {
    title,
    text,
    facts: [{ name: t.fact.at, value: t.clock(when) }, ...factsOf(t, notice, sessions.ways)],
    notYou,
    sms: sms(when),
  }
}

type NoticeWords = { readonly title: string; readonly text: string; readonly sms: (when: string) => string }

function wordsFor({ notice: t }: Words, notice: Notice): NoticeWords {
  switch (notice.kind) {
    case 'registered':
      return t.registered
    case 'new-device':
      return t.newDevice
    case 'password-changed':
      return t.passwordChanged
    case 'password-recovered':
      return t.passwordRecovered
    case 'contact-changed':
      return t.contactChanged[notice.channel]
    case 'signed-out-everywhere':
      return t.signedOutEverywhere
    case 'withdrawn':
      return { ...t.withdrawn, sms: when => t.withdrawn.sms(notice.number, notice.registration, when) }
    case 'not-withdrawn':
      return { ...t.notWithdrawn, sms: when => t.notWithdrawn.sms(notice.number, when) }
  }
}

function factsOf(t: Words, notice: Notice, ways: Messages['sessions']['ways']): Fact[] {
  if (notice.kind === 'new-device')
    return [
      { name: t.fact.way, value: ways[notice.way] },
      { name: t.fact.device, value: notice.device },
    ]
  if (notice.kind === 'withdrawn')
    return [
      { name: t.fact.number, value: notice.number },
      { name: t.fact.registration, value: notice.registration },
    ]
  if (notice.kind === 'not-withdrawn') return [{ name: t.fact.number, value: notice.number }]
  return []
}
