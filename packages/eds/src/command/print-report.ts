// A report for people: the outcome first, in one line, then who signed and what was not checked.
import type { Code, Outcome } from '../code.ts'
import type { Report, SignerReport } from '../report.ts'
import { printable } from './printable.ts'

/** Several lines; the first is the whole answer. Control characters of the input are made visible. */
export function describeReport(file: string, report: Report): string {
  const lines = [
    `${file}: ${OUTCOMES[report.outcome]}${because(report.reasons)}`,
    ...report.signers.flatMap((signer, i) => describeSigner(signer, i + 1)),
  ]
  return lines.map(printable).join('\n')
}

const OUTCOMES = {
  valid: 'VALID',
  invalid: 'INVALID',
  indeterminate: 'INDETERMINATE',
} as const satisfies Record<Outcome, string>

const REVOCATION = {
  good: 'not revoked',
  revoked: 'REVOKED',
  unknown: 'asked for, not known',
  unchecked: 'not checked',
} as const satisfies Record<SignerReport['revocation']['status'], string>

function describeSigner(signer: SignerReport, number: number): readonly string[] {
  const { person, certificate, timestamp } = signer
  return [
    `  signer ${number}: ${OUTCOMES[signer.outcome]}${because(signer.reasons)}`,
    `    person: ${personLine(person)}`,
    ...(certificate
      ? [
          `    certificate: ${certificate.serial}, ${certificate.algorithm}, for ${certificate.purpose}`,
          `    roles: ${certificate.roles.join(', ') || 'none stated'}`,
          `    valid: ${certificate.notBefore} to ${certificate.notAfter}`,
        ]
      : ['    certificate: not in the message']),
    `    chain: ${signer.chain.join(' < ') || 'none to a trust anchor'}`,
    `    signing time (by the signer's clock): ${signer.signingTime ?? 'not stated'}`,
    `    time stamp: ${timestamp ? `${timestamp.at}, ${timestamp.authority}, ${timestamp.outcome}` : 'not checked'}`,
    `    revocation: ${REVOCATION[signer.revocation.status]}`,
    `    judged for: ${signer.verifiedAt}`,
  ]
}

function personLine({ commonName, patronymic, iin, bin }: SignerReport['person']): string {
  const name = [commonName, patronymic].filter(Boolean).join(' ') || 'not known'
  return [name, iin && `IIN ${iin}`, bin && `BIN ${bin}`].filter(Boolean).join(', ')
}

function because(reasons: readonly Code[]): string {
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : ''
}
