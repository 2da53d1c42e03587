// Do the roots hold: each over the leaves that are there, linked to the one before, and stamped by an authority of time?
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { verifyTimestamp } from '@otinish/eds/tsp/verify-timestamp'
import type { Trust } from '../signatures/trust.ts'
import type { StampedRoot } from './archive-store.ts'
import { openTree, type Tree } from './merkle.ts'
import { BEGINNING, linkTo, stampedBy } from './root.ts'

/** Trees that grow while the archive is read: one leaf after another, in the order of the numbers. */
export type Growing = Map<string, { readonly tree: Tree; leaves: number }>

export function addLeaf(growing: Growing, tree: string, leaf: Buffer): void {
  const grown = growing.get(tree) ?? { tree: openTree(), leaves: 0 }
  grown.tree.add(leaf)
  grown.leaves++
  growing.set(tree, grown)
}

export type RootVerdict = { readonly wrong: readonly string[]; readonly isStamped: boolean }

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
  const wrong = [
    ...(root.ordinal === expected ? [] : ['the root before it is gone']),
    ...(link.equals(root.previous) ? [] : ['it does not follow the root before it']),
    ...(grown?.leaves === root.leaves ? [] : [`${grown?.leaves ?? 0} of its ${root.leaves} withdrawals are there`]),
    ...(grown?.tree.root()?.equals(root.root) ? [] : ['its withdrawals make another root']),
    ...stamped,
  ]
  return { wrong, isStamped: stamps.length > 0 && stamped.length === 0 }
}

type Judging = Pick<Beside, 'trust' | 'verifiedLinks'>

/** Each over the one before, which had not ended by then (RFC 4998 §5.3). */
function verifyStamps({ root, stamps }: StampedRoot, judging: Judging): readonly string[] {
  const wrong: string[] = []
  let ends: Date | undefined
  for (const [i, { generation, token }] of stamps.entries()) {
    const stamp = readStamp(token, stampedBy(root, stamps[i - 1]), judging)
    if (generation !== i + 1) wrong.push(`stamp ${i + 1} is gone`)
    if (!stamp) wrong.push(`stamp ${generation} does not hold`)
    else if (ends && stamp.at > ends) wrong.push(`stamp ${generation} came after the one before had ended`)
    ends = stamp?.ends
  }
  return wrong
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
