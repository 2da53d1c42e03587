// Russian, filling the shape of the Kazakh source: no more, no less.

import type { Messages } from './kk.ts'
import { applications } from './ru/applications.ts'
import { chrome } from './ru/chrome.ts'
import { details } from './ru/details.ts'
import { ncalayer } from './ru/ncalayer.ts'
import { signIn } from './ru/sign-in.ts'
import { withdrawal } from './ru/withdrawal.ts'

export const ru: Messages = { chrome, signIn, ncalayer, applications, details, withdrawal }
