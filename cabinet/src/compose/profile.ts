// The profile: what is known of a person here, and who looked at it.
import { findAccount, setLanguage } from '../accounts/account-store.ts'
import { readHistory } from '../profile/history-store.ts'
import type { NotificationParts } from './notifications.ts'
import type { World } from './world.ts'

export function profileParts({ sql }: World, { findBrokenContacts }: NotificationParts) {
  return { findAccount: findAccount(sql), setLanguage: setLanguage(sql), findBrokenContacts, history: readHistory(sql) }
}
