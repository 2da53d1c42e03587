// Many mutants, one after another: what each is follows from the seed and its position, so that any can be met again.
import { costOf, MAX_BUFFER_BYTES, MAX_MILLISECONDS } from './measure.ts'
import { retainedBytes } from './memory.ts'
import { mutant } from './mutate.ts'
import { randomAt } from './random.ts'
import { ACCEPTED, everythingSigned, forgeryIn, type Specimen } from './specimen.ts'
import { type Node, openTree } from './tree.ts'

export type Campaign = { readonly seed: number; readonly from: number; readonly count: number }

export type Findings = {
  retained: number // octets more on the heap at the end than after a tenth of the mutants
  slowest: { readonly milliseconds: number; readonly index: number; readonly specimen: string }
  readonly failures: Failure[]
  readonly answers: Map<string, Map<string, number>> // how many, by specimen and answer
}

export type Failure = {
  readonly index: number
  readonly specimen: string
  readonly why: string
  readonly mutant: string // in base64
}

const MAX_FAILURES = 10 // then something is wrong that one of them will tell

/** Runs the campaign, saying at which mutant it is. Throws only when a specimen itself is not accepted. */
export function runCampaign(specimens: readonly Specimen[], campaign: Campaign, at: (index: number) => void): Findings {
  const subjects = specimens.map(prepare)
  const donors = subjects.map(({ tree }) => tree)
  const lots = subjects.flatMap(subject => Array<Subject>(subject.specimen.weight).fill(subject))
  const genuine = everythingSigned(specimens)
  const slowest = { milliseconds: 0, index: campaign.from, specimen: 'none' }
  const findings: Findings = { retained: 0, slowest, failures: [], answers: new Map() }
  let heap = retainedBytes()
  for (let i = 0; i < campaign.count && findings.failures.length < MAX_FAILURES; i++) {
    const index = campaign.from + i
    at(index)
    const random = randomAt(campaign.seed, index)
    const subject = lots[random(lots.length)]
    if (!subject) continue
    const { specimen, tree } = subject
    tryMutant(
      changed(specimen, () => mutant(tree, donors, random)),
      { specimen, genuine, index },
      findings,
    )
    if (i === Math.floor(campaign.count / 10)) heap = retainedBytes()
  }
  findings.retained = retainedBytes() - heap
  return findings
}

type Subject = { readonly specimen: Specimen; readonly tree: Node }

function prepare(specimen: Specimen): Subject {
  const answer = specimen.judge(specimen.bytes)
  if (answer !== ACCEPTED) throw new RangeError(`${specimen.name} is itself not accepted: ${answer}`)
  return { specimen, tree: openTree(specimen.bytes) }
}

/** Some changes cancel one another, or change nothing; then others are made. */
function changed({ name, bytes }: Specimen, make: () => Uint8Array): Uint8Array {
  for (let attempt = 0; attempt < 100; attempt++) {
    const mutated = make()
    if (Buffer.compare(mutated, bytes) !== 0) return mutated
  }
  throw new RangeError(`${name} does not change`)
}

type Trial = { readonly specimen: Specimen; readonly genuine: ReadonlySet<string>; readonly index: number }

function tryMutant(bytes: Uint8Array, { specimen, genuine, index }: Trial, findings: Findings): void {
  const { name } = specimen
  const before = Uint8Array.from(bytes)
  const fail = (why: string) =>
    findings.failures.push({ index, specimen: name, why, mutant: Buffer.from(before).toString('base64') })
  try {
    let answer = ''
    const { milliseconds, bufferBytes } = costOf(() => {
      answer = specimen.judge(bytes)
    })
    count(name, answer, findings)
    if (milliseconds > findings.slowest.milliseconds) findings.slowest = { milliseconds, index, specimen: name }
    if (milliseconds >= allowance(bytes, specimen)) fail(`takes ${milliseconds.toFixed(1)} ms`)
    if (bufferBytes > MAX_BUFFER_BYTES) fail(`makes ${bufferBytes} octets of buffers`)
    if (answer === specimen.forbidden) fail(`is ${answer}`)
    const forgery = answer === ACCEPTED ? forgeryIn(specimen, genuine, bytes) : undefined
    if (forgery) fail(forgery)
    if (Buffer.compare(before, bytes) !== 0) fail('changes the octets that it was given')
  } catch (fault) {
    count(name, 'crashed', findings)
    fail(fault instanceof Error ? (fault.stack ?? fault.message) : String(fault))
  }
}

/**
 * Fifty milliseconds for as many octets as the specimen has: every signer and every proof of revocation costs its own
 * arithmetic, and a mutant may hold some dozens of them. What must not be is that time grows faster than size.
 */
function allowance(bytes: Uint8Array, specimen: Specimen): number {
  return MAX_MILLISECONDS * Math.max(1, bytes.length / specimen.bytes.length)
}

function count(name: string, answer: string, { answers }: Findings): void {
  const own = answers.get(name) ?? new Map<string, number>()
  own.set(answer, (own.get(answer) ?? 0) + 1)
  answers.set(name, own)
}
