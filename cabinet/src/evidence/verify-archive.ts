// The whole archive, judged anew without a network: every withdrawal, its leaf, every root and its stamps. In constant memory.
import type { Sql } from '../database/sql.ts'
import type { Trust } from '../signatures/trust.ts'
import {
  type Entry,
  entries,
  findRoot,
  type PieceRow,
  piecesOf,
  roots,
  type StampedRoot,
  strays,
} from './archive-store.ts'
import { nameOf } from './merkle.ts'
import { headOf, linkTo } from './root.ts'
import { lastRoot } from './root-store.ts'
import { openPiece } from './sealed.ts'
import { type PersonKey, type Vault, VaultError } from './vault.ts'
import { wrongInRecord } from './verify-record.ts'
import { addLeaf, type Growing, verifyRoot } from './verify-roots.ts'
import { wrongInRow } from './verify-row.ts'
import { missingIn, type Opened, type Wrongs, wrongInKept, wrongInOpened } from './verify-withdrawal.ts'

export type ArchiveNeeds = {
  readonly sql: Sql
  readonly vault: Pick<Vault, 'findKey'>
  readonly trust: Trust
  readonly now: Date
  /** As it was noted elsewhere: that root, and all before it, must be what they were then. */
  readonly head?: Head | undefined
  /** `what`: a registration number, or a root. */
  readonly onWrong: (what: string, why: Wrongs) => void
}

/** `link`: what the root after it names as the one before, hexadecimal. */
export type Head = { readonly ordinal: string; readonly link: string }

export type Tally = {
  readonly all: number // withdrawals
  readonly whole: number
  readonly erased: number // of whole: only their hashes could be looked at, since the key was destroyed as the law asks
  readonly underRoot: number // of all: their leaf is in a root
  readonly roots: number
  readonly stamped: number // of the roots
  readonly late: number // of the roots: stamped long after their withdrawals, but known by the head that was noted
  readonly wrong: number // of everything that was told
}

type Counts = { -readonly [name in keyof Tally]: number }

/** `last`: the head to be noted now. */
export type Verified = { readonly tally: Tally; readonly last: string | undefined }

export async function verifyArchive(needs: ArchiveNeeds): Promise<Verified> {
  const tally: Counts = { all: 0, whole: 0, erased: 0, underRoot: 0, roots: 0, stamped: 0, late: 0, wrong: 0 }
  const upTo = (await lastRoot(needs.sql))?.ordinal ?? 0n // the service may make more meanwhile
  const growing: Growing = new Map()
  const verifiedLinks = new Set<string>()
  const tell = (what: string, why: Wrongs) => {
    if (why.length === 0) return
    tally.wrong++
    needs.onWrong(what, why)
  }
  for await (const entry of entries(needs.sql)) {
    tally.all++
    const { wrong, isErased } = await verifyEntry(needs, entry, verifiedLinks)
    if (entry.tree && entry.hash)
      addLeaf(growing, entry.tree, { leaf: entry.hash, at: entry.registered_at ?? entry.noted_at })
    if (entry.tree) tally.underRoot++
    if (wrong.length === 0) tally.whole++
    if (wrong.length === 0 && isErased) tally.erased++
    tell(entry.registration, wrong)
  }
  for (const registration of await strays(needs.sql)) tell(registration, ['it is not in the directory of numbers'])
  const { known, wrong: wrongHead } = await verifyHead(needs)
  if (needs.head) tell(`root ${needs.head.ordinal}`, wrongHead)
  let before: StampedRoot | undefined
  for await (const root of roots(needs.sql, upTo)) {
    const { wrong, isStamped, isLate } = verifyRoot(root, { before, growing, trust: needs.trust, verifiedLinks })
    tally.roots++
    if (isStamped) tally.stamped++
    const isKnown = root.root.ordinal <= known
    if (isLate && isKnown) tally.late++
    const late = isLate && !isKnown ? [LATE_STAMP] : []
    tell(`root ${root.root.ordinal}`, [...wrong, ...late, ...missedStamp(root, needs.now)])
    growing.delete(String(root.root.ordinal))
    before = root
  }
  for (const ordinal of growing.keys()) {
    const isNewer = BigInt(ordinal) > upTo && (await findRoot(needs.sql, ordinal)) !== undefined
    if (!isNewer) tell(`root ${ordinal}`, ['it is gone'])
  }
  return { tally, last: before && headOf(before.root) }
}

const LATE_STAMP = 'its first stamp came long after its withdrawals: it may have been made anew'

/** `known`: up to which root the head that was noted says what they are. */
async function verifyHead({ sql, head }: ArchiveNeeds): Promise<{ known: bigint; wrong: Wrongs }> {
  if (!head) return { known: 0n, wrong: [] }
  const root = await findRoot(sql, head.ordinal)
  if (!root) return { known: 0n, wrong: ['it is gone, and was noted as the head'] }
  if (linkTo(root).toString('hex') !== head.link)
    return { known: 0n, wrong: ['it is another than was noted as the head'] }
  return { known: root.ordinal, wrong: [] }
}

const LATE = 3 * 86_400_000 // by then everything has its root, and every root its stamp

function missedStamp({ root, stamps }: StampedRoot, now: Date): Wrongs {
  const isLate = stamps.length === 0 && now.getTime() - root.madeAt.getTime() > LATE
  return isLate ? ['it has no time stamp'] : []
}

type Verdict = { readonly wrong: Wrongs; readonly isErased: boolean }

async function verifyEntry(needs: ArchiveNeeds, entry: Entry, verifiedLinks: Set<string>): Promise<Verdict> {
  const rows = await piecesOf(needs.sql, entry)
  const isOld = isLongAgo(entry, needs.now)
  const kept = [...wrongInKept(entry, rows, isOld), ...missedRoot(entry, needs.now)]
  const opened = await open(needs, entry, rows)
  if (opened.kind === 'erased') {
    const missing = missingIn(entry, new Set(rows.map(nameOf)))
    return {
      wrong: [...new Set([...kept, ...missing, ...(await unlawful(needs.sql, entry, opened.key))])],
      isErased: true,
    }
  }
  if (opened.kind === 'fault') return { wrong: [...new Set([...kept, opened.why])], isErased: false }
  const { pieces } = opened
  const judged = wrongInOpened(entry, pieces, { trust: needs.trust, verifiedLinks })
  const inside = [...judged, ...wrongInRow(entry, pieces), ...wrongInRecord(entry, pieces, isOld)]
  return { wrong: [...new Set([...kept, ...inside])], isErased: false }
}

/** A lawful erasure leaves a line that names the key in the record of acts, which has a chain of its own. */
async function unlawful(sql: Sql, { iin }: Entry, key: string): Promise<Wrongs> {
  const lines = await sql`
    select from audit_event where iin = ${iin} and act = 'evidence-key-destroyed' and outcome = ${key} limit 1`
  return lines.length > 0 ? [] : ["the person's key is gone, and no erasure is recorded"]
}

function missedRoot(entry: Entry, now: Date): Wrongs {
  return !entry.tree && entry.registered_at && isLongAgo(entry, now) ? ['it is under no root'] : []
}

function isLongAgo({ registered_at, noted_at }: Entry, now: Date): boolean {
  return now.getTime() - (registered_at ?? noted_at).getTime() > LATE
}

type Opening =
  | { readonly kind: 'pieces'; readonly pieces: Opened }
  | { readonly kind: 'erased'; readonly key: string } // which key is gone
  | { readonly kind: 'fault'; readonly why: string }

async function open({ sql, vault }: ArchiveNeeds, entry: Entry, rows: readonly PieceRow[]): Promise<Opening> {
  try {
    const isSealed = rows.some(row => row.sealed_by !== null)
    return openAll(isSealed ? await vault.findKey(sql, entry.iin) : undefined, entry, rows)
  } catch (fault) {
    if (fault instanceof VaultError) return { kind: 'fault', why: fault.message }
    throw fault
  }
}

/** Erased only as a whole, by one key: a withdrawal is kept under one. Throws VaultError. */
function openAll(key: PersonKey | undefined, { registration: of }: Entry, rows: readonly PieceRow[]): Opening {
  const other = rows.find(row => row.sealed_by !== null && row.sealed_by !== key?.id)
  if (other?.sealed_by && rows.every(row => row.sealed_by === other.sealed_by))
    return { kind: 'erased', key: other.sealed_by }
  const pieces = new Map<string, Uint8Array>()
  for (const row of rows) {
    const content = openPiece(key, { of, piece: row.piece, position: row.position }, row)
    if (content === 'erased') return { kind: 'fault', why: `${nameOf(row)} is under another key than the rest` }
    pieces.set(nameOf(row), content)
  }
  return { kind: 'pieces', pieces }
}
