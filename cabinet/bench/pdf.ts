// How long a paper takes to be made: npm run bench:pdf
// Each template with other content each time, since Typst remembers what it has laid out; beside them the statement of withdrawal, and
// as a peer from elsewhere pdfkit, which is fetched for this run alone: the words of the receipt, the same font, tagged PDF/A-2a.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import type { Iin } from '../src/citizens/iin.ts'
import type { Certificate, PaperFacts, Receipt, Recorded } from '../src/documents/paper.ts'
import { paperText } from '../src/documents/paper-text.ts'
import { grouped } from '../src/documents/readable-code.ts'
import { paperRenderer } from '../src/documents/render-paper.ts'
import { openTypst } from '../src/documents/typst.ts'
import { qrPath } from '../src/qr-signing/qr-path.ts'
import { type Places, places, projectRoot } from '../src/root.ts'
import { statementRenderer } from '../src/withdrawal/render-statement.ts'
import { CONSENT_VERSION } from '../src/withdrawal/statement.ts'

const ROUNDS = 5
const DOCUMENTS = 60 // of each in a round
const BUDGET = 10 // ms, median
const PDFKIT = 'pdfkit@0.20.2'
const CODE = '7K3M9QX2VB4D8FHJ0TWZ'
const SITE = 'https://cabinet.example'

type Made = { readonly ms: number; readonly cpu: number; readonly size: number } // ms of processor, of all threads
type Subject = { readonly name: string; readonly make: (i: number) => Uint8Array | Promise<Uint8Array> }

async function main(): Promise<void> {
  const files = places(projectRoot())
  const scratch = mkdtempSync(path.join(tmpdir(), 'otinish-bench-'))
  try {
    const fetched = peer(files, scratch)
    const began = performance.now()
    const subjects = [...ours(files), ...fetched]
    const opened = performance.now() - began
    const cold = new Map<string, Made>()
    for (const subject of subjects) cold.set(subject.name, await timed(subject, 0))
    const rounds: Map<string, Made[]>[] = []
    for (let round = 0; round < ROUNDS; round++) rounds.push(await oneRound(subjects, round))
    tell(subjects, { opened, cold, rounds })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function ours(files: Places): Subject[] {
  const typeset = openTypst(files.fonts, files.statements)
  const render = paperRenderer({ typeset, organisation: ORGANISATION, site: SITE })
  const statement = statementRenderer(typeset)
  return [
    { name: 'receipt', make: i => render(receipt(i), codeOf(i)) },
    { name: 'application', make: i => render(recorded(i), codeOf(i)) },
    { name: 'certificate', make: i => render(certificate(i), codeOf(i)) },
    { name: 'statement of withdrawal', make: i => statement(statementFacts(i)) },
  ]
}

/** Every subject in turn, document by document, so that whatever else the machine does hits all alike. */
async function oneRound(subjects: readonly Subject[], round: number): Promise<Map<string, Made[]>> {
  const times = new Map<string, Made[]>(subjects.map(({ name }) => [name, []]))
  for (let i = 1; i <= DOCUMENTS; i++)
    for (const subject of subjects) times.get(subject.name)?.push(await timed(subject, round * DOCUMENTS + i))
  return times
}

async function timed({ make }: Subject, i: number): Promise<Made> {
  const began = performance.now()
  const used = process.cpuUsage()
  const { length } = await make(i)
  const { user, system } = process.cpuUsage(used)
  return { ms: performance.now() - began, cpu: (user + system) / 1_000, size: length }
}

const ORGANISATION = {
  name: { kk: '«Бірыңғай жинақтаушы зейнетақы қоры» АҚ', ru: 'АО «Единый накопительный пенсионный фонд»', en: 'UAPF' },
  bin: '991340000000',
  address: { kk: 'Алматы қ., Үлгі к-сі, 1', ru: 'г. Алматы, ул. Образцовая, 1', en: '1 Sample Street, Almaty' },
  phone: '1418',
  site: 'enpf.example',
}

const filed = (i: number) => ({
  kind: 'ls-housing' as const,
  number: String(5_155_344 + i),
  filedOn: '2025-11-19',
  receivedAt: new Date(Date.UTC(2025, 10, 19, 12, 54, i)).toISOString(),
})
const applicant = (i: number) => ({
  surname: `Үлгібаева-${i}`,
  name: 'Айгерім',
  patronymic: 'Үлгібайқызы',
  iin: `••••••••${String(i).padStart(4, '0')}`,
})
const common = (i: number) => ({
  applicant: applicant(i),
  asOf: new Date(Date.UTC(2025, 10, 21, 8, 0, i)).toISOString(),
})
const receipt = (i: number): Receipt => ({ ...common(i), paper: 'receipt', application: filed(i) })
const recorded = (i: number): Recorded => ({
  ...common(i),
  paper: 'application',
  application: {
    ...filed(i),
    counterparty: { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' },
    amount: { value: `${5_500_000 + i}.00`, currency: 'KZT' },
    contractTypes: ['mandatory'],
    purpose: 'housing-deposit',
    operatorRelease: 'no',
    operations: [],
  },
})
const certificate = (i: number): Certificate => ({
  ...common(i),
  paper: 'certificate',
  application: filed(i),
  language: 'kk',
  standing: { status: 'accepted', since: filed(i).receivedAt, registration: null },
  deadline: '2025-11-26',
  number: `${i + 1}-МА`,
  validUntil: '2026-02-19',
  salt: String(i),
})
const statementFacts = (i: number) => ({
  draft: `draft-${i}`,
  person: { ...applicant(i), iin: '801332400126' as Iin, birthDate: '1980-01-02', sic: undefined },
  application: { kind: 'bank-details' as const, number: `${1_114_647 + i}-ИБР`, filedOn: '2026-06-16' },
  drawnUpOn: '2026-06-17',
  consentVersion: CONSENT_VERSION,
})

function codeOf(i: number): string {
  const tail = String(i).padStart(5, '0')
  return CODE.slice(0, -tail.length) + tail
}

/** What is used of pdfkit, which has no types here. */
type Kit = {
  on(event: 'data', take: (part: Buffer) => void): void
  on(event: 'end', done: () => void): void
  font(name: string): Kit
  fontSize(points: number): Kit
  text(text: string): Kit
  registerFont(name: string, file: string): void
  struct(type: string, children: () => void): unknown
  addStructure(element: unknown): void
  save(): Kit
  translate(x: number, y: number): Kit
  scale(by: number): Kit
  path(path: string): Kit
  fill(): Kit
  restore(): Kit
  end(): void
}

function peer(files: Places, scratch: string): Subject[] {
  try {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '--prefix', scratch, PDFKIT], {
      stdio: 'pipe',
    })
  } catch {
    console.log(`${PDFKIT} could not be fetched: no peer in this run`)
    return []
  }
  const PDFDocument: new (options: object) => Kit = createRequire(path.join(scratch, 'x.js'))('pdfkit')
  const font = path.join(files.fonts, 'otinish-sans-400.ttf')
  return [
    { name: `receipt by ${PDFKIT}`, make: i => byPdfkit(new PDFDocument(kitOptions(font)), receipt(i), codeOf(i)) },
  ]
}

function kitOptions(font: string): object {
  const info = { Title: 'Құжаттарды қабылдау туралы қолхат' }
  return { size: 'A4', pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, lang: 'kk', info, font }
}

function byPdfkit(kit: Kit, facts: PaperFacts, code: string): Promise<Uint8Array> {
  const parts: Buffer[] = []
  const done = new Promise<Uint8Array>(resolve => kit.on('end', () => resolve(Buffer.concat(parts))))
  kit.on('data', part => parts.push(part))
  for (const language of ['kk', 'ru'] as const) {
    const text = paperText(facts, language)
    kit.addStructure(kit.struct('H1', () => kit.fontSize(13).text(text.title)))
    const said = [text.lead, ...text.lines.map(({ label, value }) => `${label}  ${value}`), ...text.notes]
    for (const line of said) kit.addStructure(kit.struct('P', () => kit.fontSize(10).text(line)))
  }
  kit.addStructure(kit.struct('P', () => kit.text(grouped(code))))
  const { path: modules, size } = qrPath(`${SITE}/kk/verify/${code}`)
  kit.addStructure(
    kit.struct('Figure', () =>
      kit
        .save()
        .translate(60, 640)
        .scale(85 / size)
        .path(modules)
        .fill()
        .restore(),
    ),
  )
  kit.end()
  return done
}

type Results = {
  readonly opened: number
  readonly cold: ReadonlyMap<string, Made>
  readonly rounds: readonly Map<string, Made[]>[]
}

function tell(subjects: readonly Subject[], { opened, cold, rounds }: Results): void {
  console.log(
    [
      `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, ${ROUNDS} interleaved rounds of ${DOCUMENTS} documents each`,
      `opened in ${opened.toFixed(0)} ms; "first" is the first of its kind in the process; all in ms, medians of the rounds' medians`,
    ].join('\n'),
  )
  for (const { name } of subjects) {
    const made = rounds.map(round => round.get(name) ?? [])
    const medians = made.map(round => quantile(of(round, 'ms'), 0.5))
    const median = quantile(medians, 0.5)
    const cpu = quantile(
      made.map(round => quantile(of(round, 'cpu'), 0.5)),
      0.5,
    )
    const spread = `[${Math.min(...medians).toFixed(1)}–${Math.max(...medians).toFixed(1)}]`
    const p95 = quantile(of(made.flat(), 'ms'), 0.95)
    const { ms: first = 0, size = 0 } = cold.get(name) ?? {}
    const verdict = name.includes('pdfkit') ? '' : `budget ${BUDGET}: ${median <= BUDGET ? 'within' : 'MISSED'}`
    console.log(
      `  ${name.padEnd(24)} first ${first.toFixed(0).padStart(4)}  median ${median.toFixed(1)} ${spread}  processor ${cpu.toFixed(1)}` +
        `  p95 ${p95.toFixed(1)}  ${(size / 1024).toFixed(0)} KB  ${verdict}`,
    )
  }
}

function of(made: readonly Made[], what: 'ms' | 'cpu'): number[] {
  return made.map(one => one[what])
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN
}

await main()
