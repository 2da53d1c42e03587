// Kazakh is the source language: its shape is the type that the others must fill.
import { applications } from './kk/applications.ts'
import { chrome } from './kk/chrome.ts'
import { details } from './kk/details.ts'
import { ncalayer } from './kk/ncalayer.ts'
import { signIn } from './kk/sign-in.ts'
import { withdrawal } from './kk/withdrawal.ts'

export const kk = { chrome, signIn, ncalayer, applications, details, withdrawal }
export type Messages = typeof kk
