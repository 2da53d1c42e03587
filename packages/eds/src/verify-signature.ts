// Verifies a signed document: every signer of a CMS, its certificate, its path and its purpose. RFC 5652 §5, RFC 5280 §6.
import { sameBytes } from './bytes.ts'
import { findCertificate } from './cms/find-certificate.ts'
import { ID_DATA } from './cms/oids.ts'
import { readSignedAttributes } from './cms/signed-attributes.ts'
import { readSignedData, type SignedData } from './cms/signed-data.ts'
import type { SignerInfo } from './cms/signer-info.ts'
import { type Signed, verifySigner } from './cms/verify-signer.ts'
import { type Code, inOrder, outcomeOf, worst } from './code.ts'
import type { Limits } from './der/limits.ts'
import { codeOf } from './error.ts'
import { type Effort, findPath, type Path } from './path/find-path.ts'
import type { VerifiedLinks } from './path/link.ts'
import { describeCertificate, describeChain, describePerson, type Report, type SignerReport } from './report.ts'
import { digestsOf } from './signature/digest.ts'
import type { Certificate } from './x509/certificate.ts'
import { type AskedPurpose, fitsPurpose } from './x509/purpose.ts'

export type VerifyOptions = {
  /** What was signed. Needed for a detached signature; an attached one must hold the same. */
  readonly content?: Uint8Array
  /** Authorities trusted for what they are; none means that no path is found. Never taken from the message. */
  readonly anchors: readonly Certificate[]
  /** Authorities that may stand between, beside the certificates in the message itself. */
  readonly intermediates?: readonly Certificate[]
  /** The judging time: certificates must be valid then. The signing time of the message is told, never believed. */
  readonly at: Date
  readonly purpose?: AskedPurpose // 'any' unless said otherwise
  /** Revocation is not checked yet; whoever asks for it gets `revocation-unknown`, never silence. */
  readonly revocation?: 'not-asked' | 'asked'
  /** A set of your own, kept between calls, spares repeating the arithmetic on authorities' certificates. */
  readonly verifiedLinks?: VerifiedLinks
  readonly limits?: Limits
}

/** A report with what it was made of. */
export type Examination = {
  readonly report: Report
  readonly content: Uint8Array | undefined // of an attached signature
  readonly signers: readonly ExaminedSigner[] // in the order of the report
}

export type ExaminedSigner = {
  readonly certificate: Certificate | undefined
  readonly chain: readonly Certificate[] // from the signer to the anchor; empty without a path
}

/** The report on a CMS in DER. Never throws for bad input: that is a report too. */
export function verifySignature(cms: Uint8Array, options: VerifyOptions): Report {
  return examineSignature(cms, options).report
}

/** The report with the certificates and the attached content. Never throws for bad input. */
export function examineSignature(cms: Uint8Array, options: VerifyOptions): Examination {
  const data = readOrCode(cms, options.limits)
  if (typeof data === 'string') return refuse(data, undefined)
  if (data.signers.length === 0) return refuse('no-signers', data.content)
  const content = data.content ?? options.content
  const message: Message = {
    data,
    contentDigest: content && digestsOf(content),
    contentType: ID_DATA,
    effort: { signatures: 0 },
  }
  const signers = data.signers.map(signer => examineSigner(signer, message, options))
  const reports = signers.map(({ report }) => report)
  return {
    report: {
      outcome: worst(reports.map(({ outcome }) => outcome)),
      reasons: inOrder(reports.flatMap(({ reasons }) => reasons)),
      signers: reports,
    },
    content: data.content,
    signers: signers.map(({ certificate, chain }) => ({ certificate, chain })),
  }
}

function readOrCode(cms: Uint8Array, limits?: Limits): SignedData | Code {
  try {
    return readSignedData(cms, limits)
  } catch (thrown) {
    return codeOf(thrown)
  }
}

function refuse(code: Code, content: Uint8Array | undefined): Examination {
  return { report: { outcome: 'invalid', reasons: [code], signers: [] }, content, signers: [] }
}

/** What the signers have in common. */
type Message = Signed & { readonly effort: Effort }

function examineSigner(signer: SignerInfo, message: Message, options: VerifyOptions) {
  const certificate = valueOrUndefined(() => findCertificate(signer.signer, message.data.certificates))
  const path = certificate ? pathOf(certificate, message, options) : NO_PATH
  const reasons = inOrder([
    ...contentCodes(message.data, options),
    ...(certificate ? signatureCodes(signer, certificate, message) : (['certificate-missing'] as const)),
    ...path.codes,
    ...(certificate && !fitsPurpose(certificate, options.purpose ?? 'any') ? (['purpose-mismatch'] as const) : []),
    ...(options.revocation === 'asked' ? (['revocation-unknown'] as const) : []),
  ])
  return { report: describeSigner({ signer, certificate, path, reasons, options }), certificate, chain: path.chain }
}

const NO_PATH: Path = { chain: [], codes: [] }

function pathOf(certificate: Certificate, { data, effort }: Message, options: VerifyOptions): Path {
  const { anchors, intermediates = [], at, verifiedLinks } = options
  const between = [...intermediates, ...data.certificates]
  return findPath(certificate, { anchors, intermediates: between, at, effort, ...(verifiedLinks && { verifiedLinks }) })
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

type Findings = {
  readonly signer: SignerInfo
  readonly certificate: Certificate | undefined
  readonly path: Path
  readonly reasons: readonly Code[]
  readonly options: VerifyOptions
}

function describeSigner({ signer, certificate, path, reasons, options }: Findings): SignerReport {
  const at = options.at.toISOString()
  const attributes = signer.signedAttributes
  const signingTime = attributes && valueOrUndefined(() => readSignedAttributes(attributes).signingTime)
  return {
    outcome: outcomeOf(reasons),
    reasons,
    person: describePerson(certificate),
    certificate: certificate ? describeCertificate(certificate) : null,
    chain: describeChain(path.chain),
    signingTime: signingTime?.toISOString() ?? null,
    timestamp: null,
    revocation: { status: options.revocation === 'asked' ? 'unknown' : 'unchecked', source: 'none', at },
    verifiedAt: at,
  }
}

/** For what is only told, or judged elsewhere: a failure of ours is still thrown on. */
function valueOrUndefined<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (thrown) {
    codeOf(thrown)
    return undefined
  }
}
