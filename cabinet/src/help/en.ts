// The help in English.
import { accessibility } from './en/accessibility.ts'
import { applications } from './en/applications.ts'
import { contacts } from './en/contacts.ts'
import { documents } from './en/documents.ts'
import { easy } from './en/easy.ts'
import { egovMobile } from './en/egov-mobile.ts'
import { messages } from './en/messages.ts'
import { ncalayer } from './en/ncalayer.ts'
import { notYou } from './en/not-you.ts'
import { service } from './en/service.ts'
import { signIn } from './en/sign-in.ts'
import { statuses } from './en/statuses.ts'
import { terms } from './en/terms.ts'
import { withdraw } from './en/withdraw.ts'
import type { Memo } from './pages.ts'

export const en: Memo = {
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
