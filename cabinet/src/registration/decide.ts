// Which step of registering comes next, and which may be opened meanwhile.
import { type Registration, STEPS, type Step } from './registration.ts'

/** Each step stands on what the ones before it have proved. */
export function stepOf(registration: Registration): Step {
  const { confirmed, mail, phone, done } = registration
  if (done) return 'done'
  if (!confirmed) return 'person'
  if (!mail || !phone) return 'contacts'
  return mail.verified && phone.verified ? 'password' : 'codes'
}

/** Nothing is skipped; one may go back to the name and to the addresses, until the account is made. */
export function mayOpen(asked: Step, registration: Registration): boolean {
  const current = stepOf(registration)
  if (asked === current) return true
  const mayReturn = current !== 'done' && (asked === 'person' || asked === 'contacts')
  return mayReturn && STEPS.indexOf(asked) < STEPS.indexOf(current)
}
