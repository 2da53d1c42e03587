// The whole archive, judged anew without a network: every withdrawal, its leaf, every root and its stamps. In constant memory.
import type { Sql } from '../database/sql.ts'
import type { Trust } from '../signatures/trust.ts'
import { type Entry, findRoot, roots, type StampedRoot, strays } from './archive-store.ts'
import { isLongAgo, type JudgePage } from './judge-entry.ts'
import type { Head } from './noted-heads.ts'
import { headOf, linkTo } from './root.ts'
import { lastRoot } from './root-store.ts'
import type { Vault } from './vault.ts'
import { verifyEntries } from './verify-entries.ts'
import { addLeaf, type Growing, verifyRoot } from './verify-roots.ts'
import type { Wrongs } from './verify-withdrawal.ts'

export type ArchiveNeeds = {
  readonly sql: Sql
  readonly vault: Pick<Vault, 'findKeys'>
  readonly trust: Trust
  readonly judge: JudgePage
  readonly atOnce: number // pages of withdrawals that are judged, or wait for it
  readonly now: Date
  /** As they were noted elsewhere: those roots, and all before them, must be what they were then. */
  readonly heads?: readonly Head[]
  /** `what`: a registration number, or a root. */
  readonly onWrong: (what: string, why: Wrongs) => void
}

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
  for await (const { entry, wrong, isErased } of verifyEntries(needs)) {
    tally.all++
    growBy(growing, entry)
    if (entry.leaves.length > 0) tally.underRoot++
    if (wrong.length === 0) tally.whole++
    if (wrong.length === 0 && isErased) tally.erased++
    tell(entry.registration, wrong)
  }
  for (const registration of await strays(needs.sql)) tell(registration, ['it is not in the directory of numbers'])
  const known = await verifyHeads(needs, tell)
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

function growBy(growing: Growing, { leaves, registered_at, noted_at }: Entry): void {
  for (const [i, { tree, hash }] of leaves.entries())
    addLeaf(growing, tree, { leaf: Buffer.from(hash, 'hex'), at: i === 0 ? (registered_at ?? noted_at) : undefined })
}

const LATE_STAMP = 'its first stamp came long after its withdrawals: it may have been made anew'

/** Up to which root the heads that were noted say what they are. */
async function verifyHeads(
  { sql, heads = [] }: ArchiveNeeds,
  tell: (what: string, why: Wrongs) => void,
): Promise<bigint> {
  let known = 0n
  for (const head of heads) {
    const root = await findRoot(sql, head.ordinal)
    const isSame = root && linkTo(root).toString('hex') === head.link
    if (!root) tell(`root ${head.ordinal}`, ['it is gone, and was noted as the head'])
    else if (!isSame) tell(`root ${head.ordinal}`, ['it is another than was noted as the head'])
    else if (root.ordinal > known) known = root.ordinal
  }
  return known
}

function missedStamp({ root, stamps }: StampedRoot, now: Date): Wrongs {
  return stamps.length === 0 && isLongAgo(root.madeAt, now) ? ['it has no time stamp'] : []
}
