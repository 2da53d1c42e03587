// For benchmarks: the evidence of withdrawals (signature, certificate, OCSP answer, time stamp) checked completely, in the threads,
// beside the bare curve operations that are in it.
import { signCms } from '@otinish/simulators/cms/sign'
import { answerOcsp } from '@otinish/simulators/ocsp/answer'
import type { Authority } from '@otinish/simulators/pki/authority'
import { issuePersonCertificate } from '@otinish/simulators/pki/person-certificate'
import { generateGostKey } from '@otinish/simulators/pki/signing-key'
import { answerTsp } from '@otinish/simulators/tsp/answer'
import type { Candidate } from '../src/signatures/examine.ts'
import type { VerificationPool } from '../src/signatures/verification-pool.ts'
import { type Operation, operationsOfProofs, operationsOfSignature } from './curve-operations.ts'

export const WITHDRAWALS = 32 // in a round, each by another person with a key never seen before
export const WARMING = 6 // rounds: the threads each compile the code for themselves, and make tables for the authorities' keys

/** The verification's budget: so many times what its four curve operations take with no key known before. */
export const BUDGET = 1.4

const now = new Date()
const CONTENT = new Uint8Array(37_000).fill(0x25) // a statement has so many octets

/** Milliseconds of processor a withdrawal; `stall` and `wall` of all the first parts at once, in ms and s. */
export type Verified = {
  readonly complete: number
  readonly curve: number
  readonly stall: number
  readonly wall: number
}

/** The authorities' own work is not in it. */
export async function verifyEvidence(pool: VerificationPool, authority: Authority): Promise<Verified> {
  const signed = Array.from({ length: WITHDRAWALS }, () => newSignature(authority))
  const operations: Operation[] = []
  let complete = 0
  const candidates: Candidate[] = []
  complete += await cpu(async () => {
    for (const cms of signed) candidates.push(await examine(pool, cms))
  })
  const replies = await Promise.all(candidates.map(candidate => responder(candidate, authority)))
  complete += await cpu(async () => {
    for (const [i, reply] of replies.entries()) await judge(pool, candidates[i], reply)
  })
  const stamps = candidates.map(candidate => stamp(candidate, authority))
  complete += await cpu(async () => {
    for (const [i, reply] of stamps.entries()) await gather(pool, signed[i], { reply, ocsp: replies[i]?.response })
  })
  for (const [i, cms] of signed.entries())
    operations.push(
      ...operationsOfSignature(cms, authority['issuing-gost'].certificate),
      ...operationsOfProofs(replies[i]?.response, stamps[i]?.response),
    )
  const curve = await cpu(async () => {
    for (const operation of operations) if (!operation()) throw new Error('a good signature was refused')
  })
  const rush = await stallDuring(() => Promise.all(signed.map(cms => examine(pool, cms))))
  return { complete: complete / WITHDRAWALS, curve: curve / WITHDRAWALS, ...rush }
}

function newSignature(authority: Authority): Uint8Array {
  const key = generateGostKey()
  const holder = { iin: '851315400107', surname: 'ҮЛГІБАЕВА', name: 'АЙГЕРІМ', patronymic: null }
  const validity = { from: new Date(now.getTime() - 86_400_000), to: new Date(now.getTime() + 86_400_000) }
  const certificate = issuePersonCertificate(holder, key, { purpose: 'signing', validity }, authority['issuing-gost'])
  return signCms({ key, certificate }, { content: CONTENT, attached: true, at: now })
}

async function examine(pool: VerificationPool, cms: Uint8Array): Promise<Candidate> {
  const question = { cms, content: CONTENT, purpose: 'signing', at: now, stamp: true } as const
  const outcome = await pool.run('acts', 'examine', question)
  if (outcome.kind !== 'done' || outcome.value.kind !== 'candidate') throw new Error(JSON.stringify(outcome))
  return outcome.value
}

async function responder({ questions }: Candidate, authority: Authority) {
  const [question] = questions
  if (!question) throw new Error('nothing to ask')
  const office = authority['ocsp-gost']
  const desk = { issuer: authority['issuing-gost'], responder: office, impostor: office, revoked: [], now }
  return { response: await answerOcsp(question.request, 'good', desk), nonce: question.nonce, receivedAt: now }
}

type OcspReply = Awaited<ReturnType<typeof responder>>

async function judge(pool: VerificationPool, candidate: Candidate | undefined, reply: OcspReply): Promise<void> {
  const question = { chain: candidate?.chain ?? [], at: now, now, answers: [reply], lists: [] }
  const outcome = await pool.run('acts', 'judgeRevocation', question)
  if (outcome.kind !== 'done' || outcome.value[0]?.is !== 'good') throw new Error(JSON.stringify(outcome))
}

function stamp({ stamp: asked }: Candidate, authority: Authority) {
  if (!asked || 'brought' in asked) throw new Error('no stamp was wanted')
  const authorities = { gost: authority['tsa-gost'], rsa: authority['tsa-rsa'] }
  const response = answerTsp(asked.request, 'good', { authorities, impostors: authorities, now })
  return { response, stamped: asked.stamped, nonce: asked.nonce, receivedAt: now }
}

type Gathering = { readonly reply: ReturnType<typeof stamp>; readonly ocsp: Uint8Array | undefined }

async function gather(pool: VerificationPool, cms: Uint8Array | undefined, { reply, ocsp }: Gathering): Promise<void> {
  if (!cms || !ocsp) throw new Error('nothing to gather')
  const outcome = await pool.run('acts', 'gatherEvidence', { cms, reply, ocsp: [ocsp] })
  if (outcome.kind !== 'done' || outcome.value.kind !== 'evidence') throw new Error(JSON.stringify(outcome))
}

/** Milliseconds of CPU, of all threads. */
async function cpu(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** The longest time, in milliseconds, for which the main thread came to nothing else, and how many seconds all took. */
async function stallDuring(work: () => Promise<unknown>): Promise<{ stall: number; wall: number }> {
  let last = performance.now()
  let stall = 0
  const ticks = setInterval(() => {
    const at = performance.now()
    stall = Math.max(stall, at - last - 1)
    last = at
  }, 1)
  const began = performance.now()
  await work()
  clearInterval(ticks)
  return { stall, wall: (performance.now() - began) / 1000 }
}
