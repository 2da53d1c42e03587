// The answer to a PUT that was taken: `status`, and where to go back to.
import { addressOf } from './address.ts'
import { fieldsOf, textOf, wordOf } from './json-checks.ts'
import type { Place } from './violation.ts'

export type Acceptance = { readonly backUrl: string | undefined }

/** Notes what is wrong; undefined when the app cannot tell that it was taken. */
export function readAcceptance(place: Place, body: unknown, domains: readonly string[]): Acceptance | undefined {
  const fields = fieldsOf(place.under('5.2'), body, { required: ['status'], optional: ['backUrl'] })
  const status = wordOf(place.under('5.2').at('status'), fields['status'], ['success'])
  const back = place.under('5.3').at('backUrl')
  const text = textOf(back, fields['backUrl'])
  const url = text === undefined ? undefined : addressOf(back, text, domains)
  return status && { backUrl: url && text }
}
