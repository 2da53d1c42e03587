// A thread that checks signatures: functions of data to data, bound to the trust that it was given when it started.
import { setPriority } from 'node:os'
import { workerData } from 'node:worker_threads'
import type { Crl } from '@otinish/eds/revocation/crl'
import type { RevocationStatus } from '@otinish/eds/revocation/revocation-status'
import {
  type ExaminableLogin,
  examineLogin as examineLoginWith,
  type LoginCandidate,
} from '../xml-signature/examine-login.ts'
import { type Candidate, type Examinable, examine as examineWith } from './examine.ts'
import * as evidence from './gather-evidence.ts'
import { judgeRevocation as judgeRevocationWith, type RevocationQuestion, readList } from './judge-revocation.ts'
import { describeList } from './list-names.ts'
import { isSignedByOurs } from './list-signature.ts'
import { type ReportAnswer, type ReportQuestion, reportOn as reportOnWith } from './report-on.ts'
import { type GoodStamp, judgeStamp as judgeStampWith, type RefusedStamp, type StampReply } from './stamp-octets.ts'
import { type TrustOctets, trustFrom } from './trust.ts'
import type { RefusedSignature } from './whose-signature.ts'

/** As for nice(1), of this thread alone on Linux: pages and the database, on which many wait, go before arithmetic. */
const NICENESS = 5
setPriority(NICENESS)

const trust = trustFrom(workerData as TrustOctets) // as openPool hands it over
const kept = { verifiedLinks: new Set<string>(), crls: new Map<string, Crl>() }

export function ready(): true {
  return true
}

export function examine(input: Examinable): Candidate | RefusedSignature {
  return examineWith(input, trust, kept.verifiedLinks)
}

export function examineLogin(input: ExaminableLogin): LoginCandidate | RefusedSignature | 'another-key' {
  return examineLoginWith(input, trust, kept.verifiedLinks)
}

export function judgeRevocation(input: RevocationQuestion): readonly RevocationStatus[] {
  return judgeRevocationWith(input, trust, kept)
}

export function gatherEvidence(input: evidence.EvidenceInput): evidence.Gathered | RefusedStamp {
  return evidence.gatherEvidence(input, trust, kept.verifiedLinks)
}

export function reportOn(input: ReportQuestion): ReportAnswer {
  return reportOnWith(input, trust, kept.verifiedLinks)
}

export function judgeStamp(reply: StampReply): GoodStamp | RefusedStamp {
  return judgeStampWith(reply, { trust, verifiedLinks: kept.verifiedLinks })
}

/** What a list says of itself; undefined for what is no list of an authority of ours. */
export function lookAtList(input: { readonly file: string }): ReturnType<typeof describeList> | undefined {
  const list = readList(input.file)
  return list && isSignedByOurs(list, trust, kept.verifiedLinks) ? describeList(list) : undefined
}
