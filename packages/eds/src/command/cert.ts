// `eds cert`: what a certificate says. It is read, not verified.
import { describeBytes, describeCertificate, describePerson } from '../report.ts'
import { fingerprintOf } from '../trust/fingerprint.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { readArguments } from './arguments.ts'
import type { ExitCode } from './main.ts'
import { printEach } from './print-each.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

/** One line of JSON, or a block of text, a certificate; exit code 1 when one is not readable. Throws UsageError. */
export function certCommand(argv: readonly string[], terminal: Terminal): ExitCode {
  const { values, files } = readArguments(argv, { json: { type: 'boolean' } })
  const print = values.json ? (facts: object) => JSON.stringify(facts) : describeFacts
  return printEach(files, der => print(factsOf(readCertificate(der))), terminal)
}

function factsOf(certificate: Certificate): Record<string, unknown> {
  const { basicConstraints, keyUsage, extendedKeyUsage, policies, keyStorage } = certificate
  return {
    ...describeCertificate(certificate),
    person: describePerson(certificate),
    signatureAlgorithm: certificate.signatureAlgorithm.oid,
    ca: basicConstraints?.ca ?? false,
    pathLength: basicConstraints?.pathLength ?? null,
    keyUsage: keyUsage ? [...keyUsage] : null,
    extendedKeyUsage: extendedKeyUsage ?? null,
    ...{ policies, keyStorage },
    subjectKeyId: describeBytes(certificate.subjectKeyId),
    authorityKeyId: describeBytes(certificate.authorityKeyId),
    sha256: fingerprintOf(certificate),
  }
}

function describeFacts(facts: Record<string, unknown>): string {
  const lines = Object.entries(facts).map(([name, value]) => `${name}: ${describeValue(value)}`)
  return [...lines.map(printable), ''].join('\n')
}

function describeValue(value: unknown): string {
  if (value === null) return 'none'
  if (Array.isArray(value)) return value.join(', ') || 'none'
  if (typeof value !== 'object') return String(value)
  const parts = Object.entries(value as object).map(([name, part]) => `${name} ${part ?? 'none'}`)
  return parts.join(', ')
}
