// A piece under a person's key: what is kept of it, and how it is read again.
import { createHash, createHmac } from 'node:crypto'
import { decrypt, encrypt } from './cipher.ts'
import { type PersonKey, VaultError } from './vault.ts'

/** `of`: the registration number, or the id of a draft or a signature. */
export type PiecePlace = { readonly of: string; readonly piece: string; readonly position?: number }

/** As a row has it. `sealed_by` is null where it was kept before evidence was encrypted. */
export type KeptPiece = { readonly sealed_by: string | null; readonly content: Uint8Array }

/** What is written: the ciphertext, by which key, and its hash, which survives the key. */
export type SealedPiece = { readonly sealed_by: string; readonly content: Buffer; readonly sha256: Buffer }

export function sealPiece(key: PersonKey, place: PiecePlace, plain: Uint8Array): SealedPiece {
  const content = encrypt(key.bytes, placeOf(key.iin, place), plain)
  return { sealed_by: key.id, content, sha256: sha256Of(content) }
}

/**
 * The piece, or `erased` when the key it was sealed by is no more. `iin` is whose row it is. Throws VaultError when it does not open:
 * it was changed, or it stands where it does not belong.
 */
export function openPiece(key: PersonKey | undefined, place: PiecePlace, kept: KeptPiece): Uint8Array | 'erased' {
  if (kept.sealed_by === null) return kept.content
  if (key?.id !== kept.sealed_by) return 'erased'
  const plain = decrypt(key.bytes, placeOf(key.iin, place), kept.content)
  if (!plain) throw new VaultError(`${place.piece} ${place.position ?? 0} of ${place.of} does not open`)
  return plain
}

/** Of what is kept: the ciphertext, or what was kept before there was one. */
export function sha256Of(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}

/** By which the same content is known again. Nobody makes it without the key, so it tells nothing when that is gone. */
export function fingerprint(key: PersonKey, content: Uint8Array): Buffer {
  return createHmac('sha256', key.bytes).update('fingerprint').update(content).digest()
}

function placeOf(iin: string, { of, piece, position = 0 }: PiecePlace) {
  return ['evidence', iin, of, piece, position]
}
