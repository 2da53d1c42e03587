// `eds cert`: what a certificate says. It is read, not verified.
import { describeBytes, describeCertificate, describePerson } from '../report.ts'
import { fingerprintOf } from '../trust/fingerprint.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import { readArguments } from './arguments.ts'
import { readLanguage } from './language.ts'
import type { ExitCode } from './main.ts'
import type { Messages } from './messages/messages.ts'
import { printEach } from './print-each.ts'
import { personLine } from './print-report.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

/** One line of JSON, or a block of text, a certificate; exit code 1 when one is not readable. Throws UsageError. */
export function certCommand(argv: readonly string[], terminal: Terminal): ExitCode {
  const { values, files } = readArguments(argv, { json: { type: 'boolean' }, lang: { type: 'string' } })
  const t = readLanguage(values.lang)
  const print = values.json ? (facts: Facts) => JSON.stringify(facts) : (facts: Facts) => describeFacts(facts, t)
  return printEach(files, der => print(factsOf(readCertificate(der))), terminal)
}

type Facts = ReturnType<typeof factsOf>
export type Fact = keyof Facts

function factsOf(certificate: Certificate) {
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

function describeFacts(facts: Facts, t: Messages): string {
  const told = {
    ...facts,
    purpose: t.purpose[facts.purpose],
    roles: facts.roles.map(role => t.role[role]),
    person: personLine(facts.person, t),
    ca: facts.ca ? t.yes : t.no,
  }
  const lines = Object.entries(told).map(([name, value]) => `${t.fact[name as Fact]}: ${describeValue(value, t)}`)
  return [...lines.map(printable), ''].join('\n')
}

function describeValue(value: string | number | readonly string[] | null, { none }: Messages): string {
  if (typeof value === 'number') return String(value)
  return (typeof value === 'string' ? value : value?.join(', ')) || none
}
