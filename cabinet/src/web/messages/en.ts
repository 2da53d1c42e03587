// English, filling the shape of the Kazakh source: no more, no less.
import { applications } from './en/applications.ts'
import { chrome } from './en/chrome.ts'
import { details } from './en/details.ts'
import { ncalayer } from './en/ncalayer.ts'
import { signIn } from './en/sign-in.ts'
import { withdrawal } from './en/withdrawal.ts'
import type { Messages } from './kk.ts'

export const en: Messages = { chrome, signIn, ncalayer, applications, details, withdrawal }
