// One signer: signature, time, path, revocation, purpose. RFC 5652 §5.4, RFC 5126 §6, RFC 5280 §6, RFC 3161.
import { sameBytes } from './bytes.ts'
import { embeddedProofs } from './cades/embedded-proofs.ts'
import { chainRevocation, joinProofs, type RevocationProofs } from './chain-revocation.ts'
import { findCertificate } from './cms/find-certificate.ts'
import { readSignedAttributes } from './cms/signed-attributes.ts'
import type { SignedData } from './cms/signed-data.ts'
import type { SignerInfo } from './cms/signer-info.ts'
import { type Signed, verifySigner } from './cms/verify-signer.ts'
import { type Code, inOrder, outcomeOf } from './code.ts'
import { codeOf, readOrUndefined } from './error.ts'
import { type Effort, findPath, type Path } from './path/find-path.ts'
import type { VerifiedLinks } from './path/link.ts'
import { describeCertificate, describeChain, describePerson, describeRevocation, type SignerReport } from './report.ts'
import type { RevocationStatus } from './revocation/revocation-status.ts'
import type { ImprintName } from './signature/digest.ts'
import { examineTimestamps, NO_TIMESTAMP, type SignerTimestamp } from './signer-timestamp.ts'
import { isDistrusted } from './timestamp-revocation.ts'
import type { ExaminedSigner, VerifyOptions } from './verify-signature.ts'
import type { Certificate } from './x509/certificate.ts'
import { fitsPurpose } from './x509/purpose.ts'

/** What the signers have in common. */
export type Message = Signed & {
  readonly imprintOfContent: ((name: ImprintName) => Uint8Array) | undefined
  readonly shared: { readonly effort: Effort; readonly verifiedLinks: VerifiedLinks }
  readonly effortForStamps: Effort // of its own: a stamp must not take from what finds the paths of signers
  readonly effortForProofs: Effort // nor may answers and lists that the message is stuffed with
}

export type SignerExamination = { readonly report: SignerReport; readonly signer: ExaminedSigner }

/** Never throws for bad input. */
export function examineSigner(signer: SignerInfo, message: Message, options: VerifyOptions): SignerExamination {
  const certificate = readOrUndefined(() => findCertificate(signer.signer, message.data.certificates))
  const broken = certificate ? signatureCodes(signer, certificate, message) : (['certificate-missing'] as const)
  const proofs = broken.length > 0 ? NO_PROOFS : proofsOf(signer, message, options)
  const stamp = broken.length > 0 ? NO_TIMESTAMP : timestampOf(signer, { message, options, proofs })
  const at = options.receipt ? options.at : (stamp.timestamp?.at ?? options.at)
  const { path, revocation } = pathOf(certificate, { message, options, proofs, at })
  const reasons = inOrder([
    ...contentCodes(message.data, options),
    ...broken,
    ...proofs.codes,
    ...stamp.codes,
    ...path.codes,
    ...(certificate && !fitsPurpose(certificate, options.purpose ?? 'any') ? (['purpose-mismatch'] as const) : []),
    ...revocationCodes(revocation, options),
  ])
  return {
    report: describeSigner(signer, { certificate, path, reasons, revocation, stamp, at }, { message, options }),
    signer: { certificate, chain: path.chain, revocation, timestamp: stamp.timestamp },
  }
}

function contentCodes({ content: attached }: SignedData, { content: given }: VerifyOptions): readonly Code[] {
  if (!attached && !given) return ['content-missing']
  return attached && given && !sameBytes(attached, given) ? ['content-mismatch'] : []
}

function signatureCodes(signer: SignerInfo, certificate: Certificate, message: Message): readonly Code[] {
  try {
    verifySigner(signer, certificate, message)
    return []
  } catch (thrown) {
    return [codeOf(thrown)]
  }
}

type KnownProofs = { readonly all: RevocationProofs; readonly codes: readonly Code[] }

/** For a signature that is broken nothing else is computed: whoever made it has no claim on our time. */
const NO_PROOFS: KnownProofs = { all: {}, codes: [] }

function proofsOf(signer: SignerInfo, { data }: Message, { revocation = {} }: VerifyOptions): KnownProofs {
  try {
    return { all: joinProofs(revocation, embeddedProofs(data, signer)), codes: [] }
  } catch (thrown) {
    return { all: revocation, codes: [codeOf(thrown)] }
  }
}

type Context = { readonly message: Message; readonly options: VerifyOptions }
type Known = Context & { readonly proofs: KnownProofs }

/** A path with a revoked authority in it is left for another, where there is one. */
function pathOf(certificate: Certificate | undefined, { message, options, proofs, at }: Known & { readonly at: Date }) {
  const { data, shared } = message
  const { anchors, intermediates = [] } = options
  const trust = { anchors, intermediates: [...intermediates, ...data.certificates], ...shared }
  const question = { at, proofs: proofs.all, trust: { ...trust, effort: message.effortForProofs } }
  const judged = new Map<readonly Certificate[], readonly RevocationStatus[]>()
  const revocationOf = (chain: readonly Certificate[]) => {
    const statuses = judged.get(chain) ?? chainRevocation(chain, question)
    judged.set(chain, statuses)
    return statuses
  }
  const judge = (chain: readonly Certificate[]) => revocationCodes(revocationOf(chain), options)
  const path: Path = certificate ? findPath(certificate, { ...trust, at, judge }) : { chain: [], codes: [] }
  return { path, revocation: revocationOf(path.chain) }
}

function timestampOf(signer: SignerInfo, { message, options, proofs }: Known): SignerTimestamp {
  if (!options.timestamps) return NO_TIMESTAMP
  const { at, timestamps: trust, receipt } = options
  const { imprintOfContent: contentDigest, effortForStamps: effort } = message
  const { verifiedLinks } = message.shared
  return examineTimestamps(signer, {
    ...{ trust, contentDigest, effort, verifiedLinks },
    notAfter: receipt && new Date(at.getTime() + receipt.tolerance),
    isDistrusted: (stamp, token) =>
      isDistrusted(stamp, token, { at, proofs: proofs.all, trust, verifiedLinks, effort }),
  })
}

/** Unknown counts only for whoever asked; what the message itself tells of a revocation counts for everybody. */
function revocationCodes(statuses: readonly RevocationStatus[], { revocation: asked }: VerifyOptions): readonly Code[] {
  const isRevoked = statuses.some(({ is }) => is === 'revoked')
  const isUnknown = asked !== undefined && statuses.some(({ is }) => is === 'unknown')
  return [
    ...(isRevoked ? (['certificate-revoked'] as const) : []),
    ...(isUnknown ? (['revocation-unknown'] as const) : []),
  ]
}

type Findings = {
  readonly certificate: Certificate | undefined
  readonly path: Path
  readonly reasons: readonly Code[]
  readonly revocation: readonly RevocationStatus[]
  readonly stamp: SignerTimestamp
  readonly at: Date
}

function describeSigner(signer: SignerInfo, findings: Findings, { message, options }: Context): SignerReport {
  const { certificate, path, reasons, revocation, stamp, at } = findings
  const { signedAttributes: set } = signer
  const attributes = set && readOrUndefined(() => readSignedAttributes(set, message.data.form))
  return {
    outcome: outcomeOf(reasons),
    reasons,
    person: describePerson(certificate),
    certificate: certificate ? describeCertificate(certificate) : null,
    chain: describeChain(path.chain),
    signingTime: attributes?.signingTime?.toISOString() ?? null,
    timestamp: stamp.report,
    revocation: describeRevocation(revocation, { asked: options.revocation !== undefined, at }),
    verifiedAt: at.toISOString(),
  }
}
