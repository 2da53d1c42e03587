// A report for people: the outcome first, in one line, then who signed, and why it is not valid.
import type { Code } from '../code.ts'
import type { PersonReport, SignerReport } from '../report.ts'
import type { RevocationFault } from '../revocation/revocation-status.ts'
import type { Examination, ExaminedSigner } from '../verify-signature.ts'
import type { Messages } from './messages/messages.ts'
import { printable } from './printable.ts'

/** The document that was judged, of a container. */
export type Judged = { readonly path: string; readonly sha256: string; readonly unchecked: number }

export type Examined = Examination & { readonly judged?: Judged | undefined }

/** Several lines; the first is the whole answer. Control characters of the input are made visible. */
export function describeReport(file: string, { report, signers, judged }: Examined, t: Messages): string {
  const lines = [
    `${file}: ${t.outcome[report.outcome]}${inBrackets(report.reasons)}`,
    ...(judged ? [`  ${t.document}: ${judged.path}, SHA-256 ${judged.sha256}; ${t.unchecked(judged.unchecked)}`] : []),
    ...(report.signers.length === 0 ? report.reasons.map(code => `  ${code}: ${t.reason[code]}`) : []),
    ...report.signers.flatMap((signer, i) => describeSigner(signer, { number: i + 1, why: whyUnknown(signers[i]) }, t)),
  ]
  return lines.map(printable).join('\n')
}

type Beside = { readonly number: number; readonly why: RevocationFault | undefined }

function describeSigner(signer: SignerReport, { number, why }: Beside, t: Messages): readonly string[] {
  const { person, certificate, timestamp, revocation } = signer
  return [
    `  ${t.signature(number)}: ${t.outcome[signer.outcome]}`,
    ...signer.reasons.map(code => `    ${code}: ${t.reason[code]}`),
    `    ${t.person}: ${personLine(person, t)}`,
    ...(certificate
      ? [
          `    ${t.certificate}: ${certificate.serial}, ${certificate.algorithm}, ${t.purpose[certificate.purpose]}`,
          `    ${t.roles}: ${certificate.roles.map(role => t.role[role]).join(', ') || t.rolesMissing}`,
          `    ${t.valid}: ${certificate.notBefore} – ${certificate.notAfter}`,
        ]
      : [`    ${t.certificate}: ${t.certificateMissing}`]),
    `    ${t.chain}: ${signer.chain.join(' < ') || t.chainMissing}`,
    `    ${t.signingTime}: ${signer.signingTime ?? t.signingTimeMissing}`,
    `    ${t.timestamp}: ${timestamp ? timestampLine(timestamp, t) : t.timestampMissing}`,
    `    ${t.revocation}: ${revocationLine(revocation, why, t)}`,
    `    ${t.verifiedAt}: ${signer.verifiedAt}`,
  ]
}

/** One line; who it is, by the certificate. */
export function personLine({ commonName, patronymic, iin, bin }: PersonReport, t: Messages): string {
  const name = [commonName, patronymic].filter(Boolean).join(' ') || t.personUnknown
  return [name, iin && `${t.iin} ${iin}`, bin && `${t.bin} ${bin}`].filter(Boolean).join(', ')
}

function timestampLine({ at, authority, outcome }: NonNullable<SignerReport['timestamp']>, t: Messages): string {
  return [at, authority, t.outcome[outcome]].filter(Boolean).join(', ')
}

/** In brackets by whose word, or why nobody's counts. */
function revocationLine(
  { status, source, at }: SignerReport['revocation'],
  why: RevocationFault | undefined,
  t: Messages,
): string {
  const told = t.revocationStatus[status]
  if (source !== 'none') return `${told} (${source}, ${at})`
  return status === 'unknown' && why ? `${told} (${why})` : told
}

/** The reason that belongs to the report's status: of the first certificate that nobody speaks for. */
function whyUnknown(signer: ExaminedSigner | undefined): RevocationFault | undefined {
  const status = signer?.revocation.find(({ is }) => is === 'unknown')
  return status?.is === 'unknown' ? status.why : undefined
}

function inBrackets(reasons: readonly Code[]): string {
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : ''
}
