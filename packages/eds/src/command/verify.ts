// `eds verify`: is this signed, by whom, and may it be trusted?
import { createHash } from 'node:crypto'
import type { OcspAnswer, RevocationProofs } from '../chain-revocation.ts'
import { type Outcome, worst } from '../code.ts'
import { looksLikeZip } from '../container/read-zip.ts'
import { examineContainer } from '../examine-container.ts'
import { decodeMaybePem } from '../pem.ts'
import { examineSignature, type VerifyOptions } from '../verify-signature.ts'
import type { AskedPurpose } from '../x509/purpose.ts'
import { readArguments } from './arguments.ts'
import { askResponders } from './ask-responders.ts'
import { readCertificates, readCrls, readFile, readOcspResponses } from './files.ts'
import { readLanguage } from './language.ts'
import type { ExitCode } from './main.ts'
import { readMoment } from './moment.ts'
import { describeReport, type Examined } from './print-report.ts'
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
  ber: { type: 'boolean' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
} as const

/** One line of JSON, or a few of text, a file; the exit code is that of the worst. Rejects with UsageError. */
export async function verifyCommand(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, files } = readArguments(argv, OPTIONS)
  const t = readLanguage(values.lang)
  const question = readQuestion(values, terminal)
  const inputs = files.map(file => ({ file, bytes: readFile(file, terminal) })) // all of them, before a word is said
  if (values.content !== undefined && inputs.some(({ bytes }) => looksLikeZip(bytes)))
    throw new UsageError('--content goes with a signature: a container has its document inside')
  const outcomes: Outcome[] = []
  for (const { file, bytes } of inputs) {
    const examination = await verify(examiner(bytes), question, terminal)
    const name = file === '-' ? t.standardInput : file
    terminal.out(values.json ? asJson(examination) : describeReport(name, examination, t))
    outcomes.push(examination.report.outcome)
  }
  return EXIT_CODES[worst(outcomes)]
}

/** The report; of a container, which document it is about. */
function asJson({ report, judged }: Examined): string {
  return JSON.stringify(judged ? { ...report, document: judged } : report)
}

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>['values']

/** What is asked of every file. */
type Question = { readonly options: VerifyOptions; readonly responders: readonly string[] }

function readQuestion(values: Values, terminal: Terminal): Question {
  if (!values.anchors) throw new UsageError('--anchors is needed: nothing is trusted by itself')
  const intermediates = readCertificates(values.intermediates ?? [], terminal)
  const options: VerifyOptions = {
    anchors: readCertificates(values.anchors, terminal),
    intermediates,
    at: values.at === undefined ? terminal.now() : readMoment(values.at),
    purpose: readPurpose(values.purpose ?? 'any'),
    form: values.ber ? 'ber' : 'der',
    verifiedLinks: new Set(),
    ...(values.content !== undefined && { content: readFile(values.content, terminal) }),
    ...(values['tsp-anchors'] && {
      timestamps: { anchors: readCertificates(values['tsp-anchors'], terminal), intermediates },
    }),
    ...((values.crl || values.ocsp) && { revocation: readProofs(values, terminal) }),
  }
  return { options, responders: values.ocsp?.filter(isAddress) ?? [] }
}

function readProofs({ crl = [], ocsp = [] }: Values, terminal: Terminal): RevocationProofs {
  const files = ocsp.filter(path => !isAddress(path))
  return {
    crls: readCrls(crl, terminal),
    ocsp: readOcspResponses(files, terminal).map((response): OcspAnswer => ({ response })),
  }
}

/** What looks like an address is never taken for a file. */
function isAddress(text: string): boolean {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return false
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new UsageError(`"${text}" is not an http or https address`)
  }
  if (url.username || url.password) throw new UsageError('--ocsp takes no address with a name or a password in it')
  return true
}

function readPurpose(text: string): AskedPurpose {
  if (text === 'signing' || text === 'authentication' || text === 'any') return text
  throw new UsageError(`--purpose is signing, authentication or any, not "${text}"`)
}

type Examine = (options: VerifyOptions) => Examined

function examiner(bytes: Uint8Array): Examine {
  if (looksLikeZip(bytes)) return options => inContainer(bytes, options)
  const cms = decodeMaybePem(bytes)
  return options => examineSignature(cms, options)
}

function inContainer(bytes: Uint8Array, options: VerifyOptions): Examined {
  const { document, ...examination } = examineContainer(bytes, options)
  if (!document) return examination
  const { path, content, unchecked } = document
  return { ...examination, judged: { path, sha256: createHash('sha256').update(content).digest('hex'), unchecked } }
}

/** A responder is asked about the certificates of the chains, so those are looked for first. */
async function verify(examine: Examine, { options, responders }: Question, terminal: Terminal): Promise<Examined> {
  if (responders.length === 0) return examine(options)
  const { revocation, ...withoutRevocation } = options
  const { signers } = examine(withoutRevocation)
  const answers = await askResponders(responders, signers, terminal)
  return examine({
    ...options,
    revocation: { ...revocation, ocsp: [...(revocation?.ocsp ?? []), ...answers] },
  })
}
