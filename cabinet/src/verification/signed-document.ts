// How the document in somebody's hands stands to the one that was signed. Pure.
import type { Code } from '@otinish/eds/code'
import type { Report } from '@otinish/eds/report'

/** Undefined: that cannot be told. */
export type SignedDocument = 'same' | 'other' | 'inside' | 'missing' | undefined

/** `given`: the document was sent beside the signature; `inside`: it is in the signature. */
export function decideDocument(
  report: Report,
  { given, inside }: { readonly given: boolean; readonly inside: boolean },
): SignedDocument {
  const said: readonly Code[] = report.reasons
  if (report.signers.length === 0) return undefined
  if (!given) return inside ? 'inside' : 'missing'
  if (said.includes('content-mismatch') || said.includes('message-digest-mismatch')) return 'other'
  return report.outcome === 'invalid' ? undefined : 'same'
}
