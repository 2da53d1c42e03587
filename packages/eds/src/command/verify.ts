// `eds verify`: is this signed, by whom, and may it be trusted?
import { type Outcome, worst } from '../code.ts'
import { decodeMaybePem } from '../pem.ts'
import type { Report } from '../report.ts'
import { type VerifyOptions, verifySignature } from '../verify-signature.ts'
import type { AskedPurpose } from '../x509/purpose.ts'
import { readArguments } from './arguments.ts'
import { readCertificates, readFile } from './files.ts'
import type { ExitCode } from './main.ts'
import { describeReport } from './print-report.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage.ts'

const EXIT_CODES = { valid: 0, invalid: 1, indeterminate: 2 } as const satisfies Record<Outcome, ExitCode>

const OPTIONS = {
  content: { type: 'string' },
  anchors: { type: 'string', multiple: true },
  intermediates: { type: 'string', multiple: true },
  crl: { type: 'string', multiple: true },
  ocsp: { type: 'string', multiple: true },
  'tsp-anchors': { type: 'string', multiple: true },
  at: { type: 'string' },
  purpose: { type: 'string' },
  json: { type: 'boolean' },
} as const

/** One line of JSON, or a few of text, a file; the exit code is that of the worst. Throws UsageError. */
export function verifyCommand(argv: readonly string[], terminal: Terminal): ExitCode {
  const { values, files } = readArguments(argv, OPTIONS)
  const options = readOptions(values, terminal)
  const inputs = files.map(file => ({ file, bytes: readFile(file, terminal) })) // all of them, before a word is said
  warnOfWhatIsNotChecked(values, terminal)
  const reports = inputs.map(({ file, bytes }) => {
    const report = verifySignature(decodeMaybePem(bytes), options)
    terminal.out(values.json ? JSON.stringify(report) : describe(file, report))
    return report
  })
  return EXIT_CODES[worst(reports.map(({ outcome }) => outcome))]
}

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values']

function readOptions(values: Values, terminal: Terminal): VerifyOptions {
  if (!values.anchors) throw new UsageError('--anchors is needed: nothing is trusted by itself')
  return {
    anchors: readCertificates(values.anchors, terminal),
    intermediates: readCertificates(values.intermediates ?? [], terminal),
    at: values.at === undefined ? terminal.now() : readMoment(values.at),
    purpose: readPurpose(values.purpose ?? 'any'),
    revocation: values.crl || values.ocsp ? 'asked' : 'not-asked',
    ...(values.content !== undefined && { content: readFile(values.content, terminal) }),
    verifiedLinks: new Set(),
  }
}

/** ISO 8601 with a time zone, or a date, which is its midnight in Greenwich. */
function readMoment(text: string): Date {
  const isIso = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
  const at = new Date(text)
  if (!isIso || Number.isNaN(at.getTime()) || !isOnCalendar(text.slice(0, 10))) {
    throw new UsageError(`--at takes a time like 2026-11-22T14:30:00+05:00, not "${text}"`)
  }
  return at
}

/** A 30 February would be read as 2 March. */
function isOnCalendar(day: string): boolean {
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function readPurpose(text: string): AskedPurpose {
  if (text === 'signing' || text === 'authentication' || text === 'any') return text
  throw new UsageError(`--purpose is signing, authentication or any, not "${text}"`)
}

function warnOfWhatIsNotChecked(values: Values, terminal: Terminal): void {
  if (values.crl || values.ocsp) {
    terminal.err('eds: revocation cannot be checked by this version; what was asked for counts as unknown')
  }
  if (values['tsp-anchors']) terminal.err('eds: time stamps are not looked at by this version')
}

function describe(file: string, report: Report): string {
  return describeReport(file === '-' ? 'standard input' : file, report)
}
