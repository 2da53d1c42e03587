// Whoever opens the address of an alert sees what it is about. Looking changes nothing: programs follow links too.
import { type Alert, type Attempt, type NoAlert, UNKNOWN } from './alert.ts'
import { parseAlertCode } from './alert-code.ts'

type Needs = {
  readonly attempt: Attempt
  readonly findAlert: (code: string, now: Date) => Promise<Alert | undefined>
  readonly now: () => Date
}

export type LookOutcome = { readonly kind: 'alert'; readonly alert: Alert; readonly code: string } | NoAlert

export const lookAtAlert =
  (needs: Needs) =>
  async (typed: string, address: string): Promise<LookOutcome> => {
    const tried = await needs.attempt(address)
    if (!tried.allowed) return { kind: 'refusal', code: 'too-many-requests', again: tried.again }
    const code = parseAlertCode(typed)
    const alert = code === undefined ? undefined : await needs.findAlert(code, needs.now())
    return alert && code !== undefined ? { kind: 'alert', alert, code } : UNKNOWN
  }
