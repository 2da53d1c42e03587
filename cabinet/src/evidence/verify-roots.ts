// Do the roots hold: each over the leaves that are there, linked to the one before, and stamped by an authority of time?
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { verifyTimestamp } from '@otinish/eds/tsp/verify-timestamp'
import type { Trust } from '../signatures/trust.ts'
import type { StampedRoot } from './archive-store.ts'
import { openTree, type Tree } from './merkle.ts'
import { BEGINNING, linkTo, stampedBy } from './root.ts'

/** Trees that grow while the archive is read: one leaf after another, in the order of the numbers. `oldest`: registered under it. */
export type Growing = Map<string, { readonly tree: Tree; leaves: number; oldest: Date | undefined }>

/** `at`: when its withdrawal was registered; undefined for what came late, of which no moment is known. */
export function addLeaf(growing: Growing, tree: string, { leaf, at }: { leaf: Buffer; at: Date | undefined }): void {
  const grown = growing.get(tree) ?? { tree: openTree(), leaves: 0, oldest: at }
  grown.tree.add(leaf)
  grown.leaves++
  if (at && (!grown.oldest || at < grown.oldest)) grown.oldest = at
  growing.set(tree, grown)
}

/** `isLate`: its first stamp proves nothing of the time when its withdrawals were new; it may have been made anew. */
export type RootVerdict = { readonly wrong: readonly string[]; readonly isStamped: boolean; readonly isLate: boolean }

const LATE = 4 * 86_400_000 // a withdrawal waits for its receipt for two days, and for the root of the day after; a root, a day for its stamp

type Beside = {
  readonly before: StampedRoot | undefined
  readonly growing: Growing
  readonly trust: Trust
  readonly verifiedLinks: VerifiedLinks
}

export function verifyRoot(
  { root, stamps }: StampedRoot,
  { before, growing, trust, verifiedLinks }: Beside,
): RootVerdict {
  const grown = growing.get(String(root.ordinal))
  const link = before ? linkTo(before.root) : BEGINNING
  const expected = (before?.root.ordinal ?? 0n) + 1n
  const stamped = verifyStamps({ root, stamps }, { trust, verifiedLinks })
  const first = stamped.firstAt
  const isLate = first !== undefined && grown?.oldest !== undefined && first.getTime() - grown.oldest.getTime() > LATE
  const wrong = [
    ...(root.ordinal === expected ? [] : ['the root before it is gone']),
    ...(link.equals(root.previous) ? [] : ['it does not follow the root before it']),
    ...(grown?.leaves === root.leaves ? [] : [`${grown?.leaves ?? 0} of its ${root.leaves} withdrawals are there`]),
    ...(grown?.tree.root()?.equals(root.root) ? [] : ['its withdrawals make another root']),
    ...stamped.wrong,
  ]
  return { wrong, isStamped: stamps.length > 0 && stamped.wrong.length === 0, isLate }
}

type Judging = Pick<Beside, 'trust' | 'verifiedLinks'>

/** Each over the one before, which had not ended by then (RFC 4998 §5.3). */
function verifyStamps({ root, stamps }: StampedRoot, judging: Judging) {
  const wrong: string[] = []
  let firstAt: Date | undefined
  let ends: Date | undefined
  for (const [i, { generation, token }] of stamps.entries()) {
    const stamp = readStamp(token, stampedBy(root, stamps[i - 1]), judging)
    if (generation !== i + 1) wrong.push(`stamp ${i + 1} is gone`)
    if (!stamp) wrong.push(`stamp ${generation} does not hold`)
    else if (ends && stamp.at > ends) wrong.push(`stamp ${generation} came after the one before had ended`)
    firstAt ??= stamp?.at
    ends = stamp?.ends
  }
  return { wrong, firstAt }
}

function readStamp(token: Uint8Array, stamped: Uint8Array, { trust, verifiedLinks }: Judging) {
  try {
    const { stampAnchors: anchors, intermediates } = trust
    const { at, chain } = verifyTimestamp(token, { stamped, trust: { anchors, intermediates }, verifiedLinks })
    return { at, ends: chain[0]?.notAfter }
  } catch {
    return undefined // whatever is wrong with it, it is no stamp
  }
}
