// The profile: what is known of a person here, and who looked at it.
import { findAccount, setLanguage } from '../accounts/account-store.ts'
import { chooseLanguage } from '../profile/choose-language.ts'
import { readHistory } from '../profile/history-store.ts'
import type { NotificationParts } from './notifications.ts'
import type { World } from './world.ts'

export function profileParts({ sql, now }: World, { findBrokenContacts }: NotificationParts) {
  return {
    findAccount: findAccount(sql),
    chooseLanguage: chooseLanguage({ sql, setLanguage, now }),
    findBrokenContacts,
    history: readHistory(sql),
  }
}
