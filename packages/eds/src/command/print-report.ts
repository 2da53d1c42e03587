// A report for people: the outcome first, in one line, then who signed, and why it is not valid.
import type { Code } from '../code.ts'
import type { PersonReport, Report, SignerReport } from '../report.ts'
import type { Messages } from './messages/messages.ts'
import { printable } from './printable.ts'

/** Several lines; the first is the whole answer. Control characters of the input are made visible. */
export function describeReport(file: string, report: Report, t: Messages): string {
  const lines = [
    `${file}: ${t.outcome[report.outcome]}${inBrackets(report.reasons)}`,
    ...(report.signers.length === 0 ? report.reasons.map(code => `  ${code}: ${t.reason[code]}`) : []),
    ...report.signers.flatMap((signer, i) => describeSigner(signer, i + 1, t)),
  ]
  return lines.map(printable).join('\n')
}

function describeSigner(signer: SignerReport, number: number, t: Messages): readonly string[] {
  const { person, certificate, timestamp, revocation } = signer
  return [
    `  ${t.signer(number)}: ${t.outcome[signer.outcome]}`,
    ...signer.reasons.map(code => `    ${code}: ${t.reason[code]}`),
    `    ${t.person}: ${personLine(person, t)}`,
    ...(certificate
      ? [
          `    ${t.certificate}: ${certificate.serial}, ${certificate.algorithm}, ${t.purpose[certificate.purpose]}`,
          `    ${t.roles}: ${certificate.roles.join(', ') || t.rolesMissing}`,
          `    ${t.valid}: ${certificate.notBefore} – ${certificate.notAfter}`,
        ]
      : [`    ${t.certificate}: ${t.certificateMissing}`]),
    `    ${t.chain}: ${signer.chain.join(' < ') || t.chainMissing}`,
    `    ${t.signingTime}: ${signer.signingTime ?? t.signingTimeMissing}`,
    `    ${t.timestamp}: ${timestamp ? timestampLine(timestamp, t) : t.timestampMissing}`,
    `    ${t.revocation}: ${revocationLine(revocation, t)}`,
    `    ${t.verifiedAt}: ${signer.verifiedAt}`,
  ]
}

function personLine({ commonName, patronymic, iin, bin }: PersonReport, t: Messages): string {
  const name = [commonName, patronymic].filter(Boolean).join(' ') || t.personUnknown
  return [name, iin && `${t.iin} ${iin}`, bin && `${t.bin} ${bin}`].filter(Boolean).join(', ')
}

function timestampLine({ at, authority, outcome }: NonNullable<SignerReport['timestamp']>, t: Messages): string {
  return [at, authority, t.outcome[outcome]].filter(Boolean).join(', ')
}

function revocationLine({ status, source, at }: SignerReport['revocation'], t: Messages): string {
  return source === 'none' ? t.revocationStatus[status] : `${t.revocationStatus[status]} (${source}, ${at})`
}

function inBrackets(reasons: readonly Code[]): string {
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : ''
}
