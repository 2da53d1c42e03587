// The chain of acts as whoever checks it computes it, apart from the database, which makes it (migration 0012).
import { createHash } from 'node:crypto'

/** A line as the database gives it. */
export type Line = {
  readonly position: string
  readonly at: string // microseconds since 1970
  readonly act: string
  readonly actor_kind: string
  readonly actor: string | null
  readonly iin: string | null
  readonly application: string | null
  readonly outcome: string
  readonly request: string | null
}

export type Hash = Buffer // SHA-256

/** What the first link follows. */
export const BEGINNING: Hash = Buffer.alloc(32)

const FORM = Buffer.from([1]) // another column needs another one, from that line on

/** The hash of the link at place `ordinal` that holds `line`. */
export function linkHash(previous: Hash, ordinal: bigint, line: Line): Hash {
  const place = Buffer.alloc(8)
  place.writeBigInt64BE(ordinal)
  return createHash('sha256').update(previous).update(place).update(lineBytes(line)).digest()
}

function lineBytes(line: Line): Buffer {
  const { position, at, act, actor_kind, actor, iin, application, outcome, request } = line
  const values = [position, at, act, actor_kind, actor, iin, application, outcome, request]
  return Buffer.concat([FORM, ...values.flatMap(valueBytes)])
}

/** A value with its length before it; no value is the length -1. */
function valueBytes(value: string | null): Buffer[] {
  const bytes = Buffer.from(value ?? '')
  const length = Buffer.alloc(4)
  length.writeInt32BE(value === null ? -1 : bytes.length)
  return [length, bytes]
}
