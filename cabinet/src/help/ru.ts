// The help in Russian.

import type { Memo } from './pages.ts'
import { accessibility } from './ru/accessibility.ts'
import { applications } from './ru/applications.ts'
import { contacts } from './ru/contacts.ts'
import { documents } from './ru/documents.ts'
import { easy } from './ru/easy.ts'
import { egovMobile } from './ru/egov-mobile.ts'
import { messages } from './ru/messages.ts'
import { ncalayer } from './ru/ncalayer.ts'
import { notYou } from './ru/not-you.ts'
import { service } from './ru/service.ts'
import { signIn } from './ru/sign-in.ts'
import { statuses } from './ru/statuses.ts'
import { terms } from './ru/terms.ts'
import { withdraw } from './ru/withdraw.ts'

export const ru: Memo = {
  service,
  'sign-in': signIn,
  applications,
  statuses,
  terms,
  withdraw,
  ncalayer,
  'egov-mobile': egovMobile,
  documents,
  messages,
  'not-you': notYou,
  contacts,
  easy,
  accessibility,
}
