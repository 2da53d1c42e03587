// The root of a day's evidence, and what an authority of time puts its stamp on: a text that anybody can read and stamp again.
import { createHash } from 'node:crypto'

/** `previous`: of the statement of the root before it, so that no day can be taken out. */
export type Root = {
  readonly ordinal: bigint
  readonly leaves: number
  readonly root: Uint8Array
  readonly previous: Uint8Array
}

export type Stamp = { readonly generation: number; readonly token: Uint8Array }

export const BEGINNING = Buffer.alloc(32)

/** What the first stamp of a root is on. */
export function rootStatement({ ordinal, leaves, root, previous }: Root): Buffer {
  return Buffer.from(`otinish evidence root
ordinal: ${ordinal}
withdrawals: ${leaves}
root: ${hexOf(root)}
previous: ${hexOf(previous)}
`)
}

/** What a stamp is on: the root, or, when one before it was about to end, the root with that stamp (RFC 4998 §5.2). */
export function stampedBy(root: Root, before: Stamp | undefined): Buffer {
  const statement = rootStatement(root)
  if (!before) return statement
  return Buffer.concat([
    statement,
    Buffer.from(`renewed: ${before.generation + 1}\nstamp: ${hexOf(sha256(before.token))}\n`),
  ])
}

/** What the next root names as `previous`. */
export function linkTo(root: Root): Buffer {
  return sha256(rootStatement(root))
}

/** By which a root, with all before it, is noted elsewhere: '214:9f86…'. */
export function headOf(root: Root): string {
  return `${root.ordinal}:${hexOf(linkTo(root))}`
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
