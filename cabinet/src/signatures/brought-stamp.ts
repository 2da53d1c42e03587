// The time stamps that a signature brings along, as NCALayer and eGov Mobile put them on it. RFC 5126 §6.1.1. Each of them holds,
// or the signature does not count: somebody has changed something. They prove when it was made, and never move the judging time.
import { SIGNATURE_TIMESTAMP } from '@otinish/eds/cms/oids'
import { readSignedData } from '@otinish/eds/cms/signed-data'
import { EdsError } from '@otinish/eds/error'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { digest, digestsOf } from '@otinish/eds/signature/digest'
import { type TimestampQuestion, verifyTimestamp } from '@otinish/eds/tsp/verify-timestamp'
import type { Examinable } from './examine.ts'
import { CLOCK_TOLERANCE } from './stamp-octets.ts'
import type { Trust } from './trust.ts'
import type { StampProof } from './whose-signature.ts'

const MAX_STAMPS = 4 // one is usual; each costs two signatures

/** The earliest, if there is one and all of them hold. */
export function broughtStamp(
  { cms, content, at }: Pick<Examinable, 'cms' | 'content' | 'at'>,
  trust: Trust,
  verifiedLinks: VerifiedLinks,
): StampProof | 'broken' | undefined {
  const [signer] = readSignedData(cms).signers
  const attributes = (signer?.unsignedAttributes ?? []).filter(({ oid }) => oid === SIGNATURE_TIMESTAMP)
  const tokens = attributes.flatMap(({ values }) => values.map(({ encoded }) => Uint8Array.from(encoded)))
  if (!signer || attributes.length === 0) return undefined
  if (tokens.length === 0 || tokens.length > MAX_STAMPS) return 'broken'
  const digests = digestsOf(content)
  const question: TimestampQuestion = {
    stamped: signer.signature,
    contentDigest: name => (name === 'sha1' ? digest(name, content) : digests(name)),
    trust: { anchors: trust.stampAnchors, intermediates: trust.intermediates },
    verifiedLinks,
  }
  const judged = tokens.map(token => judge(token, question, at))
  if (judged.includes('broken')) return 'broken'
  const holding = judged.filter(stamp => typeof stamp === 'object')
  return holding.toSorted((a, b) => a.at.getTime() - b.at.getTime())[0]
}

/** One over the content in place of the signature, as old tools made them, says nothing of the signature and is passed over. */
function judge(
  token: Uint8Array,
  question: TimestampQuestion,
  receivedAt: Date,
): StampProof | 'broken' | 'over-content' {
  try {
    const { at, authority } = verifyTimestamp(token, question)
    return at.getTime() > receivedAt.getTime() + CLOCK_TOLERANCE ? 'broken' : { at, authority, token }
  } catch (thrown) {
    if (!(thrown instanceof EdsError)) throw thrown
    return thrown.code === 'timestamp-over-content' ? 'over-content' : 'broken'
  }
}
