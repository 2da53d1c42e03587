// For tests: the row as it stood after each entry of its log, by rules of its own. What no row may do is a fault.
import type { State } from '../../applications/application.ts'
import type { Entry } from './test-history.ts'

export type Standing = {
  readonly state: State
  readonly version: number
  readonly claim: string | null
  readonly signature: string | null // the CMS that is being checked
  readonly known: ReadonlyMap<string, Known> // by draft and CMS
  readonly keys: ReadonlyMap<string, string> // by draft and key: the CMS
  readonly events: ReadonlySet<string>
  readonly stopped: ReadonlySet<string> // drafts
}

export type Known = 'checking' | 'accepted' | { readonly refused: string }

export const FIRST: Standing = {
  state: 'accepted',
  version: 1,
  claim: null,
  signature: null,
  known: new Map(),
  keys: new Map(),
  events: new Set(),
  stopped: new Set(),
}

export const nameOf = (draft: string, word: string) => `${draft} ${word}`

/** From which state each entry leads, and to which. */
const PATH: Readonly<Record<Exclude<Entry['is'], 'noted' | 'ended' | 'stopped'>, readonly [State, State]>> = {
  received: ['accepted', 'withdrawing'],
  withdrawn: ['withdrawing', 'withdrawn'],
  'given-back': ['withdrawing', 'accepted'],
  claimed: ['accepted', 'executing'],
  released: ['executing', 'accepted'],
}
const BEFORE_END = { executed: ['executing'], refused: ['accepted', 'executing'] } as const

/** The next standing, or in words why it cannot be. */
export function follow(before: Standing, entry: Entry): Standing | string {
  if (entry.is === 'noted') return learn(before, entry, { refused: entry.code })
  if (entry.is === 'ended') return end(before, entry)
  if (entry.is === 'stopped') return { ...before, stopped: new Set(before.stopped).add(entry.draft) }
  const [from, to] = PATH[entry.is]
  if (before.state !== from) return `${entry.is} while ${before.state}`
  const moved = { ...before, state: to }
  if (entry.is === 'received' && before.stopped.has(entry.draft)) return 'received under a statement that was stopped'
  if (entry.is === 'received') return learn({ ...moved, signature: entry.cms }, entry, 'checking')
  if (entry.is === 'claimed' || entry.is === 'released') return hold(moved, entry)
  if (before.signature !== entry.cms) return `${entry.is} by a signature that was not being checked`
  const known = new Map([...before.known].map(([name, was]) => [name, was === 'checking' ? decided(entry) : was]))
  return { ...moved, signature: null, known, version: before.version + (entry.is === 'withdrawn' ? 1 : 0) }
}

function decided(entry: Extract<Entry, { is: 'withdrawn' | 'given-back' }>): Known {
  return entry.is === 'withdrawn' ? 'accepted' : { refused: entry.code }
}

type Sent = Extract<Entry, { is: 'received' | 'noted' }>

function learn(before: Standing, { draft, cms, key }: Sent, as: Known): Standing | string {
  if (before.known.has(nameOf(draft, cms))) return 'the same signature was taken twice'
  const known = new Map(before.known).set(nameOf(draft, cms), as)
  if (key === null) return { ...before, known }
  if (before.keys.has(nameOf(draft, key))) return 'one key was taken for two signatures'
  return { ...before, known, keys: new Map(before.keys).set(nameOf(draft, key), cms) }
}

function hold(moved: Standing, { is, claim }: Extract<Entry, { claim: string }>): Standing | string {
  if (is === 'claimed') return { ...moved, claim, version: moved.version + 1 }
  if (moved.claim !== claim) return 'released by a claim that did not hold it'
  return { ...moved, claim: null, version: moved.version + 1 }
}

function end(before: Standing, { word, event }: Extract<Entry, { is: 'ended' }>): Standing | string {
  const allowed: readonly State[] = BEFORE_END[word]
  if (!allowed.includes(before.state)) return `${word} while ${before.state}`
  return { ...before, state: word, version: before.version + 1, events: new Set(before.events).add(event) }
}
