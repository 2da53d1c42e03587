// The time stamps on one signature: which of them tells when it existed. RFC 5126 §6.1.1, ETSI EN 319 122-1 §5.3.
import { SIGNATURE_TIMESTAMP } from './cms/oids.ts'
import type { SignerInfo } from './cms/signer-info.ts'
import type { Code } from './code.ts'
import { codeOf, readOrUndefined } from './error.ts'
import type { TimestampReport } from './report.ts'
import { readTimestampToken } from './tsp/timestamp-token.ts'
import { type TimestampQuestion, verifyTimestamp } from './tsp/verify-timestamp.ts'
import type { Timestamp } from './tsp/verify-token.ts'

/** With the token that says so. */
export type HeldTimestamp = Timestamp & { readonly token: Uint8Array }

export type SignerTimestamp = {
  /** The earliest of those that hold. None unless all do, those over the content left out. */
  readonly timestamp: HeldTimestamp | undefined
  readonly codes: readonly Code[]
  readonly report: TimestampReport | null
}

export const NO_TIMESTAMP: SignerTimestamp = { timestamp: undefined, codes: [], report: null }

const MAX_TOKENS = 4 // one is usual; each costs two signatures

export type TimestampContext = Omit<TimestampQuestion, 'stamped'> & {
  /** Whether something is known against the authority of a stamp that holds otherwise. */
  readonly isDistrusted: (timestamp: Timestamp, token: Uint8Array) => boolean
  /** When the signature is known to have been there: a stamp of later than this has been made up. */
  readonly notAfter: Date | undefined
}

/** Looks at every signatureTimeStampToken: one that fails is not made up for by another that holds. */
export function examineTimestamps(signer: SignerInfo, context: TimestampContext): SignerTimestamp {
  const attributes = signer.unsignedAttributes.filter(({ oid }) => oid === SIGNATURE_TIMESTAMP)
  const tokens = attributes.flatMap(({ values }) => values.map(({ encoded }) => encoded))
  const isEmpty = attributes.some(({ values }) => values.length === 0)
  if (isEmpty || tokens.length > MAX_TOKENS) return failing(undefined)

  const judged = tokens.map(token => judge(token, signer, context))
  const broken = judged.indexOf('timestamp-invalid')
  if (broken >= 0) return failing(tokens[broken])
  const holding = judged.filter(verdict => typeof verdict !== 'string')
  const [timestamp] = holding.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const codes: readonly Code[] = judged.includes('timestamp-over-content') ? ['timestamp-over-content'] : []
  return { timestamp, codes, report: timestamp ? describe(timestamp) : null }
}

type Verdict = HeldTimestamp | 'timestamp-invalid' | 'timestamp-over-content'

function judge(token: Uint8Array, { signature }: SignerInfo, context: TimestampContext): Verdict {
  const { isDistrusted, notAfter, ...question } = context
  try {
    const timestamp = verifyTimestamp(token, { ...question, stamped: signature })
    const isLate = notAfter !== undefined && timestamp.at > notAfter
    return isLate || isDistrusted(timestamp, token) ? 'timestamp-invalid' : { ...timestamp, token }
  } catch (thrown) {
    return codeOf(thrown) === 'timestamp-over-content' ? 'timestamp-over-content' : 'timestamp-invalid'
  }
}

function describe({ at, authority }: Timestamp): TimestampReport {
  return { at: at.toISOString(), outcome: 'valid', authority }
}

function failing(token: Uint8Array | undefined): SignerTimestamp {
  const at = token && readOrUndefined(() => readTimestampToken(token).info.genTime) // what it claims
  const report = at ? { at: at.toISOString(), outcome: 'invalid' as const, authority: '' } : null
  return { timestamp: undefined, codes: ['timestamp-invalid'], report }
}
