// For tests: does what was answered fit what is in the books? The invariants of the completion, and linearizability: the row has
// one order of its own, its log, and every answer fits a moment of that order between its question and its arrival.
import type { Answer, Books, Call, Entry, Exchange } from './test-history.ts'
import { FIRST, follow, nameOf, type Standing } from './test-replay.ts'

/** What is wrong, a sentence each; none when all is well. */
export function checkHistory(exchanges: readonly Exchange[], books: Books): string[] {
  const standings: Standing[] = [FIRST]
  for (const entry of books.log) {
    const next = follow(standings.at(-1) ?? FIRST, entry)
    if (typeof next === 'string') return [`I1: ${next}`]
    standings.push(next)
  }
  const last = standings.at(-1) ?? FIRST
  const untrue = last.state === books.state ? [] : [`I1: the row is ${books.state}, its log ends with ${last.state}`]
  return [
    ...untrue,
    ...checkBooks(books),
    ...checkVersions(books, standings),
    ...checkAnswers(exchanges, books, standings),
  ]
}

/** I3: withdrawn with exactly one signature, one record, one message to the core; otherwise with none. */
function checkBooks({ state, registration, withdrawals, accepted, messages, log, drafts }: Books): string[] {
  const once = state === 'withdrawn' ? 1 : 0
  const counts = {
    withdrawals: withdrawals.length,
    'signatures that count': accepted.length,
    messages: messages.length,
  }
  const faults = Object.entries(counts)
    .filter(([, count]) => count !== once)
    .map(([what, count]) => `I3: ${state} with ${count} ${what}`)
  const [kept] = withdrawals
  if (!kept || faults.length > 0) return faults
  const bound = log.find(entry => entry.is === 'withdrawn')
  const same =
    [registration, messages[0], bound?.registration].every(one => one === kept.registration) &&
    [accepted[0], bound?.cms].every(one => one === kept.cms) &&
    drafts.has(kept.draft)
  return same ? [] : ['I3: the record, the signature, the message and the row do not speak of the same']
}

/** I3: a signature is received only under a statement about the application as it stands. */
function checkVersions({ log, drafts }: Books, standings: readonly Standing[]): string[] {
  return log.flatMap((entry, i) => {
    if (entry.is !== 'received' || drafts.get(entry.draft)?.version === standings[i]?.version) return []
    return ['I3: a signature was received under a statement that the application had overtaken']
  })
}

type Placed = { readonly exchange: Exchange; readonly at: number }

/** I2, I4, I7 and linearizability: each answer finds its place, the earliest that is left to it. */
function checkAnswers(exchanges: readonly Exchange[], books: Books, standings: readonly Standing[]): string[] {
  const owners = ownersOf(exchanges, books.log)
  const placed: Placed[] = []
  const faults: string[] = []
  for (const exchange of exchanges.toSorted((a, b) => a.asked - b.asked)) {
    const after = placed.filter(one => one.exchange.answered < exchange.asked)
    const earliest = Math.max(0, ...after.map(one => one.at))
    const own = owners.get(exchange)
    if (own !== undefined && own < earliest) faults.push(`order: ${tell(exchange)} came after what it came before`)
    const from = own === undefined ? earliest : own + 1
    if (exchange.answer.is === 'unknown') continue
    const at = placeOf(exchange, { standings, books, from, own })
    if (at === undefined) faults.push(`answer: ${tell(exchange)} is true at no moment after entry ${from}`)
    else placed.push({ exchange, at })
  }
  return [...faults, ...nobodys(owners, books.log)]
}

/** Which question caused which entry of the log. Of repeats the first asked may have; who had a clear answer did. */
function ownersOf(exchanges: readonly Exchange[], log: readonly Entry[]): Map<Exchange, number> {
  const owners = new Map<Exchange, number>()
  for (const [i, entry] of log.entries()) {
    const could = exchanges.filter(one => !owners.has(one) && causes(one, entry))
    const did = could.filter(({ answer }) => answer.is === 'done')
    const [owner] = (did.length > 0 ? did : could).toSorted((a, b) => a.asked - b.asked)
    if (owner) owners.set(owner, i)
  }
  return owners
}

function causes({ call, answer }: Exchange, entry: Entry): boolean {
  if (entry.is === 'received' || entry.is === 'noted') {
    const sent = call.is === 'sign' && call.draft === entry.draft && call.cms === entry.cms
    return sent && !(answer.is === 'refused' && leavesNothing(answer.code, entry))
  }
  if (answer.is === 'refused') return false
  if (entry.is === 'stopped') return call.is === 'stop' && call.draft === entry.draft
  if (entry.is === 'claimed') return call.is === 'claim' && call.claim === entry.claim
  if (entry.is === 'released') return call.is === 'release' && call.claim === entry.claim
  return entry.is === 'ended' && call.is === 'end' && call.event === entry.event
}

/** Refusals at receipt, of which only the first two are ever written down. */
const AT_RECEIPT = ['execution-started', 'already-closed', 'withdrawal-being-checked', 'idempotency-mismatch']

function leavesNothing(code: string, entry: Extract<Entry, { is: 'received' | 'noted' }>): boolean {
  if (entry.is === 'noted') return code !== entry.code
  return AT_RECEIPT.includes(code) || code.startsWith('draft-')
}

/** What the verifier decided has no question of its own; everything else has. */
function nobodys(owners: ReadonlyMap<Exchange, number>, log: readonly Entry[]): string[] {
  const owned = new Set(owners.values())
  return log.flatMap((entry, i) =>
    owned.has(i) || entry.is === 'withdrawn' || entry.is === 'given-back'
      ? []
      : [`order: nobody asked for ${entry.is}`],
  )
}

type Search = {
  readonly standings: readonly Standing[]
  readonly books: Books
  readonly from: number
  readonly own: number | undefined
}

function placeOf({ call, answer }: Exchange, { standings, books, from, own }: Search): number | undefined {
  if (answer.is === 'done') return own === undefined ? undefined : own + 1
  const fits = (standing: Standing) =>
    call.is === 'sign' ? fitsSigner(call, answer, standing, books) : fitsCore(call, answer, standing)
  const found = standings.findIndex((standing, at) => at >= from && fits(standing))
  return found === -1 ? undefined : found
}

type Sign = Extract<Call, { is: 'sign' }>

/** I4: the same signature or key, the same answer; another signature under a known key, a mismatch. */
function fitsSigner(call: Sign, answer: Answer, standing: Standing, books: Books): boolean {
  const under = call.key === null ? undefined : standing.keys.get(nameOf(call.draft, call.key))
  if (under !== undefined && under !== call.cms)
    return answer.is === 'refused' && answer.code === 'idempotency-mismatch'
  const known = standing.known.get(nameOf(call.draft, call.cms))
  if (known === undefined) return answer.is === 'refused' && isTrue(answer.code, call, standing, books)
  if (known === 'checking') return answer.is === 'checking'
  if (known !== 'accepted') return answer.is === 'refused' && answer.code === known.refused
  const [kept] = books.withdrawals // I2
  return answer.is === 'withdrawn' && kept?.cms === call.cms && kept.registration === answer.registration
}

/** Whoever is refused at receipt is told the true state. */
function isTrue(code: string, { draft }: Sign, { state, version, stopped }: Standing, { drafts }: Books): boolean {
  if (code === 'execution-started') return state === 'executing'
  if (code === 'withdrawal-being-checked') return state === 'withdrawing'
  if (code === 'already-closed') return state === 'executed' || state === 'refused' || state === 'withdrawn'
  if (code === 'draft-stopped') return state === 'accepted' && stopped.has(draft)
  if (code === 'draft-overtaken') return state === 'accepted' && drafts.get(draft)?.version !== version
  return (code === 'draft-expired' || code === 'draft-used-up') && state === 'accepted'
}

/** The core is told the true state, whether it is refused or only repeats itself. */
function fitsCore(call: Exclude<Call, Sign>, answer: Answer, standing: Standing): boolean {
  if (answer.is !== 'refused' && answer.is !== 'repeated') return false
  if (answer.state !== standing.state) return false
  if (answer.is === 'refused') return call.is !== 'claim' || standing.claim !== call.claim
  if (call.is === 'claim') return standing.claim === call.claim
  if (call.is === 'release') return standing.claim === null
  if (call.is === 'stop') return standing.stopped.has(call.draft)
  return call.is === 'end' && (standing.events.has(call.event) || standing.state === call.word)
}

function tell({ call, answer, asked }: Exchange): string {
  return `${JSON.stringify(answer)} to ${JSON.stringify(call)}, asked at ${asked},`
}
