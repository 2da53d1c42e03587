// English, filling the shape of the Kazakh source: no more, no less.

import { accounts } from './en/accounts.ts'
import { applications } from './en/applications.ts'
import { before } from './en/before.ts'
import { choices } from './en/choices.ts'
import { chrome } from './en/chrome.ts'
import { deadline } from './en/deadline.ts'
import { details } from './en/details.ts'
import { documents } from './en/documents.ts'
import { evidence } from './en/evidence.ts'
import { help } from './en/help.ts'
import { kinds } from './en/kinds.ts'
import { ncalayer } from './en/ncalayer.ts'
import { notifications } from './en/notifications.ts'
import { phoneSigning } from './en/phone-signing.ts'
import { profile } from './en/profile.ts'
import { qrSigning } from './en/qr-signing.ts'
import { registration } from './en/registration.ts'
import { road } from './en/road.ts'
import { serviceStatus } from './en/service-status.ts'
import { sessions } from './en/sessions.ts'
import { shield } from './en/shield.ts'
import { signIn } from './en/sign-in.ts'
import { statistics } from './en/statistics.ts'
import { verification } from './en/verification.ts'
import { withdrawal } from './en/withdrawal.ts'
import type { Messages } from './kk.ts'

export const en: Messages = {
  chrome,
  signIn,
  ncalayer,
  qrSigning,
  phoneSigning,
  accounts,
  registration,
  sessions,
  shield,
  profile,
  notifications,
  choices,
  applications,
  details,
  deadline,
  documents,
  road,
  statistics,
  kinds,
  verification,
  before,
  withdrawal,
  evidence,
  help,
  serviceStatus,
}
