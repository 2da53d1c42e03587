// Which step of recovering comes next. A signature is enough; codes are so only when both came back.
import type { Recovery, Step } from './recovery.ts'

export function stepOf({ way, mail, sms, done }: Recovery): Step {
  if (done) return 'done'
  return way !== 'codes' || (mail.verified && sms.verified) ? 'password' : 'codes'
}
