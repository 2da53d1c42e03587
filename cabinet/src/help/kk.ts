// The help in Kazakh, the source language.
import { accessibility } from './kk/accessibility.ts'
import { applications } from './kk/applications.ts'
import { contacts } from './kk/contacts.ts'
import { documents } from './kk/documents.ts'
import { easy } from './kk/easy.ts'
import { egovMobile } from './kk/egov-mobile.ts'
import { messages } from './kk/messages.ts'
import { ncalayer } from './kk/ncalayer.ts'
import { notYou } from './kk/not-you.ts'
import { service } from './kk/service.ts'
import { signIn } from './kk/sign-in.ts'
import { statuses } from './kk/statuses.ts'
import { terms } from './kk/terms.ts'
import { withdraw } from './kk/withdraw.ts'
import type { Memo } from './pages.ts'

export const kk: Memo = {
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
