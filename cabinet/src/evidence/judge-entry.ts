// What is wrong with one withdrawal of the archive, by what is kept of it. Pure: nothing is asked, nothing is changed.
import type { VerifiedLinks } from '@otinish/eds/path/link'
import type { Trust } from '../signatures/trust.ts'
import type { Entry, KeptEntry, PieceRow } from './archive-store.ts'
import { nameOf } from './merkle.ts'
import type { SealPins } from './seal-pins.ts'
import { openPiece } from './sealed.ts'
import { type ClosedKey, type PersonKey, VaultError } from './vault.ts'
import { sealedAt, wrongInRecord } from './verify-record.ts'
import { wrongInRow } from './verify-row.ts'
import { missingIn, type Opened, type Wrongs, wrongInKept, wrongInOpened } from './verify-withdrawal.ts'

export type Judging = {
  readonly trust: Trust
  readonly pins: SealPins
  readonly verifiedLinks: VerifiedLinks
  readonly now: Date
}

/** `erased`: which key is gone, where only hashes could be looked at. */
export type Judged = { readonly wrong: Wrongs; readonly erased: string | undefined }

/** Of their persons, by IIN: the key, or why it does not open. */
export type Keys = ReadonlyMap<string, PersonKey | ClosedKey>

export type JudgePage = (page: readonly KeptEntry[], keys: Keys) => Promise<readonly Judged[]>

/** In their order. */
export function judgePage(page: readonly KeptEntry[], keys: Keys, judging: Judging): readonly Judged[] {
  return page.map(kept => judgeEntry(kept, keys.get(kept.entry.iin), judging))
}

function judgeEntry(kept: KeptEntry, key: PersonKey | ClosedKey | undefined, judging: Judging): Judged {
  const { entry, rows } = kept
  const opening = open(key, kept)
  const age = { isOld: isLongAgo(entry.registered_at ?? entry.noted_at, judging.now), lately: () => false }
  if (opening.kind === 'pieces') return { wrong: wrongInside(kept, opening.pieces, judging), erased: undefined }
  const outside = [...wrongInKept(entry, rows, age), ...missedRoot(entry, age.isOld)]
  if (opening.kind === 'fault') return { wrong: [...new Set([...outside, opening.why])], erased: undefined }
  const missing = missingIn(entry, new Set(rows.map(nameOf)))
  return { wrong: [...new Set([...outside, ...missing])], erased: opening.key }
}

function wrongInside({ entry, rows }: KeptEntry, pieces: Opened, judging: Judging): Wrongs {
  const { now, pins } = judging
  const isOld = isLongAgo(entry.registered_at ?? entry.noted_at, now)
  const lately = () => {
    const sealed = sealedAt(pieces, pins)
    return sealed !== undefined && !isLongAgo(sealed, now)
  }
  return [
    ...new Set([
      ...wrongInKept(entry, rows, { isOld, lately }),
      ...missedRoot(entry, isOld),
      ...wrongInOpened(entry, pieces, judging),
      ...wrongInRow(entry, pieces),
      ...wrongInRecord(entry, pieces, { isOld, pins }),
    ]),
  ]
}

function missedRoot({ leaves, registered_at }: Entry, isOld: boolean): Wrongs {
  return leaves.length === 0 && registered_at && isOld ? ['it is under no root'] : []
}

const LATE = 3 * 86_400_000

/** By then everything has its root, and every root its stamp. */
export function isLongAgo(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() > LATE
}

type Opening =
  | { readonly kind: 'pieces'; readonly pieces: Opened }
  | { readonly kind: 'erased'; readonly key: string } // which key is gone
  | { readonly kind: 'fault'; readonly why: string }

function open(key: PersonKey | ClosedKey | undefined, { entry, rows }: KeptEntry): Opening {
  const isSealed = rows.some(row => row.sealed_by !== null)
  if (key && 'why' in key) return isSealed ? { kind: 'fault', why: key.why } : openAll(undefined, entry, rows)
  try {
    return openAll(key, entry, rows)
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
