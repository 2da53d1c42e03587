// A version of a document that the fund sent, under the key of its person.
import { fingerprint, openPiece, sealPiece } from '../evidence/sealed.ts'
import type { PersonKey } from '../evidence/vault.ts'

export type VersionPlace = { readonly application: string; readonly kind: string; readonly version: number }

const placeOf = ({ application, kind, version }: VersionPlace) => ({ of: application, piece: kind, position: version })

/** `sha256`: a keyed one, by which the same content is known again; it ends with the key. */
export function sealVersion(key: PersonKey, place: VersionPlace, plain: Uint8Array) {
  const { content, sealed_by } = sealPiece(key, placeOf(place), plain)
  return { content, sealed_by, sha256: fingerprint(key, plain) }
}

type Kept = { readonly content: Uint8Array; readonly sealed_by: string | null }

/** `erased` when the key was destroyed. Throws VaultError when it does not open. */
export function openVersion(key: PersonKey | undefined, place: VersionPlace, kept: Kept): Uint8Array | 'erased' {
  return openPiece(key, placeOf(place), kept)
}
