// What is said of a notice, in each language: the same facts in the cabinet, in a letter and in an SMS. Pure.
// Never an IIN, a name or an amount: whoever else sees the letter learns no more than that there is a cabinet.
import { almatyDate } from '../calendar/almaty.ts'
import { formatDate, formatTime } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import type { Messages } from '../web/messages/kk.ts'
import { choiceName } from './choice-name.ts'
import { type ApplicationNotice, isAlert, isOfApplication, type Notice } from './notice.ts'

type Words = Messages['notifications']
type Fact = { readonly name: string; readonly value: string }

export type NoticeText = {
  readonly title: string // of the page, and the subject of the letter
  readonly text: string
  readonly facts: readonly Fact[]
  readonly notYou: NotYou | undefined
  readonly sms: string
}

/** What to do, in this order, if it was somebody else. */
export type NotYou = { readonly title: string; readonly steps: readonly string[] }

export function noticeText(notice: Notice, at: Date, language: Language): NoticeText {
  const messages = messagesFor(language)
  const t = messages.notifications
  const when = `${formatDate(almatyDate(at), language)} ${formatTime(at)}`
  const { title, text, sms } = isOfApplication(notice) ? ofApplication(t, notice, language) : ofAccount(t, notice, when)
  return {
    title,
    text,
    facts: [{ name: t.fact.at, value: t.clock(when) }, ...factsOf(messages, notice, language)],
    notYou: notYouOf(t, notice.kind),
    sms,
  }
}

type Said = { readonly title: string; readonly text: string; readonly sms: string }

function ofAccount({ notice: t }: Words, notice: Exclude<Notice, ApplicationNotice>, when: string): Said {
  const said = ({ sms, ...words }: { title: string; text: string; sms: (when: string) => string }): Said => ({
    ...words,
    sms: sms(when),
  })
  switch (notice.kind) {
    case 'registered':
      return said(t.registered)
    case 'new-device':
      return said(t.newDevice)
    case 'password-changed':
      return said(t.passwordChanged)
    case 'password-recovered':
      return said(t.passwordRecovered)
    case 'contact-changed':
      return said(t.contactChanged[notice.channel])
    case 'signed-out-everywhere':
      return said(t.signedOutEverywhere)
    case 'choices-changed':
      return said(t.choicesChanged)
    case 'alarm-raised':
      return said(t.alarmRaised)
    case 'alarm-lifted':
      return said(t.alarmLifted)
  }
}

function ofApplication({ ofApplication: t }: Words, notice: ApplicationNotice, language: Language): Said {
  const { number } = notice
  if (notice.kind === 'withdrawn') return { ...t.withdrawn, sms: t.withdrawn.sms(number, notice.registration) }
  if (notice.kind === 'deadline-moved')
    return { ...t['deadline-moved'], sms: t['deadline-moved'].sms(number, formatDate(notice.to, language)) }
  const words = t[notice.kind]
  return { ...words, sms: words.sms(number) }
}

function factsOf({ notifications: t, sessions, choices }: Messages, notice: Notice, language: Language): Fact[] {
  if (notice.kind === 'new-device')
    return [
      { name: t.fact.way, value: sessions.ways[notice.way] },
      { name: t.fact.device, value: notice.device },
    ]
  if (notice.kind === 'choices-changed')
    return [{ name: t.fact.off, value: notice.off.map(choice => choiceName(choices, choice)).join('; ') }]
  if (notice.kind === 'alarm-lifted') return [{ name: t.fact.way, value: sessions.ways[notice.way] }]
  if (notice.kind === 'alarm-raised' && notice.checking.length > 0)
    return [{ name: t.fact.checking, value: notice.checking.join(', ') }]
  if (!isOfApplication(notice)) return []
  const number = { name: t.fact.number, value: notice.number }
  if (notice.kind === 'deadline-moved')
    return [
      number,
      { name: t.fact.deadline, value: formatDate(notice.to, language) },
      { name: t.fact.deadlineBefore, value: formatDate(notice.from, language) },
    ]
  return notice.kind === 'withdrawn' ? [number, { name: t.fact.registration, value: notice.registration }] : [number]
}

const OF_THE_FUND: readonly Notice['kind'][] = [
  ...(['status-unclear', 'status-clear', 'document-arrived', 'deadline-moved'] as const),
  ...(['sum-released', 'operation-added'] as const), // what was filed was told long before
]

/** Nobody pretends to be the person by what the fund, or the operator, does of itself. */
function notYouOf({ notYou: t }: Words, kind: Notice['kind']): NotYou | undefined {
  if (OF_THE_FUND.includes(kind)) return undefined
  if (isAlert({ kind })) return { title: t.title, steps: [t.alert, ...t.application] }
  if (kind === 'alarm-raised') return undefined // it was the answer
  if (kind === 'withdrawn' || kind === 'not-withdrawn') return { title: t.title, steps: t.application }
  const isFiled = kind.startsWith('application-') || kind.startsWith('execution-')
  return isFiled ? { title: t.filed, steps: t.application } : { title: t.title, steps: t.account }
}
