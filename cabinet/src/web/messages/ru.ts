// Russian, filling the shape of the Kazakh source: no more, no less.

import type { Messages } from './kk.ts'
import { accounts } from './ru/accounts.ts'
import { applications } from './ru/applications.ts'
import { before } from './ru/before.ts'
import { choices } from './ru/choices.ts'
import { chrome } from './ru/chrome.ts'
import { deadline } from './ru/deadline.ts'
import { details } from './ru/details.ts'
import { documents } from './ru/documents.ts'
import { evidence } from './ru/evidence.ts'
import { help } from './ru/help.ts'
import { kinds } from './ru/kinds.ts'
import { ncalayer } from './ru/ncalayer.ts'
import { notifications } from './ru/notifications.ts'
import { phoneSigning } from './ru/phone-signing.ts'
import { profile } from './ru/profile.ts'
import { qrSigning } from './ru/qr-signing.ts'
import { registration } from './ru/registration.ts'
import { road } from './ru/road.ts'
import { serviceStatus } from './ru/service-status.ts'
import { sessions } from './ru/sessions.ts'
import { shield } from './ru/shield.ts'
import { signIn } from './ru/sign-in.ts'
import { statistics } from './ru/statistics.ts'
import { verification } from './ru/verification.ts'
import { withdrawal } from './ru/withdrawal.ts'

export const ru: Messages = {
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
