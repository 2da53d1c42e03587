// Who is at the screen, and since when.
import type { Person } from '../citizens/person.ts'

export const IDLE_MINUTES = 15
export const ABSOLUTE_HOURS = 12

export type Session = {
  readonly person: Person
  readonly signedInBy: 'eds'
  readonly since: Date
  readonly expiresAt: Date
}
