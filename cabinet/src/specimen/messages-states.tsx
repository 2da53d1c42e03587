// Messages to the person, unread and read, and the choice of what is told where.
import { ChoicePage } from '../notifications/choice-page.tsx'
import { readChoices } from '../notifications/choices.ts'
import { InboxPage } from '../notifications/inbox-page.tsx'
import type { Message } from '../notifications/message.ts'
import { MessagePage } from '../notifications/message-page.tsx'
import type { Notice } from '../notifications/notice.ts'
import { minutesLater, NOW, type States } from './specimen.ts'

const message = (notice: Notice, i = 0): Message => ({ id: `m-${i}`, notice, at: NOW, isRead: i > 1 })

const OF_APPLICATION = { id: 'a-1', number: '1114647-ИБР' }

const NOTICES: readonly Notice[] = [
  { kind: 'application-executed', ...OF_APPLICATION },
  { kind: 'new-device', way: 'password', device: 'Chrome, Windows' },
  { kind: 'withdrawn', registration: '1042-ОЖ', ...OF_APPLICATION },
  { kind: 'contact-changed', channel: 'mail' },
]

const inbox = { messages: NOTICES.map(message), unread: 2, next: '1' }

const CONTACTS = { mail: 'gumar@example.kz', phone: '+77010000001' }

export const messageStates: States = {
  inbox: ({ reader }) => <InboxPage frame={reader} inbox={inbox} isFirst />,
  'inbox-lost': ({ reader }) => <InboxPage frame={reader} inbox={{ ...inbox, next: undefined }} isFirst isLost />,
  'inbox-empty': ({ reader }) => (
    <InboxPage frame={reader} inbox={{ messages: [], unread: 0, next: undefined }} isFirst />
  ),
  message: ({ reader }) => (
    <MessagePage frame={reader} message={message({ kind: 'new-device', way: 'password', device: 'Chrome, Windows' })} />
  ),
  'message-of-application': ({ reader }) => (
    <MessagePage frame={reader} message={message({ kind: 'not-withdrawn', ...OF_APPLICATION }, 3)} />
  ),
  'message-of-alert': ({ reader }) => (
    <MessagePage frame={reader} message={message({ kind: 'bank-details-filed', ...OF_APPLICATION }, 3)} />
  ),
  'message-of-alarm': ({ reader }) => (
    <MessagePage frame={reader} message={message({ kind: 'alarm-raised', checking: [OF_APPLICATION.number] }, 3)} />
  ),
  choices: ({ reader }) => (
    <ChoicePage frame={reader} view={{ contacts: CONTACTS, choices: readChoices({}), silenced: 'security' }} />
  ),
  'choices-too-often': ({ reader }) => (
    <ChoicePage frame={reader} view={{ contacts: CONTACTS, choices: readChoices({}), again: minutesLater(40) }} />
  ),
  'choices-without-contacts': ({ reader }) => (
    <ChoicePage
      frame={reader}
      view={{ contacts: { mail: undefined, phone: undefined }, choices: readChoices({}), saved: 'off' }}
    />
  ),
}
