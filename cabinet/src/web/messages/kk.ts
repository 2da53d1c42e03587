// Kazakh is the source language: its shape is the type that the others must fill.

import { accounts } from './kk/accounts.ts'
import { applications } from './kk/applications.ts'
import { before } from './kk/before.ts'
import { choices } from './kk/choices.ts'
import { chrome } from './kk/chrome.ts'
import { deadline } from './kk/deadline.ts'
import { details } from './kk/details.ts'
import { documents } from './kk/documents.ts'
import { evidence } from './kk/evidence.ts'
import { help } from './kk/help.ts'
import { kinds } from './kk/kinds.ts'
import { ncalayer } from './kk/ncalayer.ts'
import { notifications } from './kk/notifications.ts'
import { phoneSigning } from './kk/phone-signing.ts'
import { profile } from './kk/profile.ts'
import { qrSigning } from './kk/qr-signing.ts'
import { registration } from './kk/registration.ts'
import { road } from './kk/road.ts'
import { serviceStatus } from './kk/service-status.ts'
import { sessions } from './kk/sessions.ts'
import { shield } from './kk/shield.ts'
import { signIn } from './kk/sign-in.ts'
import { statistics } from './kk/statistics.ts'
import { verification } from './kk/verification.ts'
import { withdrawal } from './kk/withdrawal.ts'

export const kk = {
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
export type Messages = typeof kk
