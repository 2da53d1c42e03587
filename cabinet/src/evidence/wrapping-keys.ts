// EVIDENCE_KEY: under it stand the keys of persons. Two are accepted while it is rotated; the first one wraps.
import { createHash } from 'node:crypto'

export type WrappingKey = { readonly id: string; readonly bytes: Buffer }
export type WrappingKeys = readonly [WrappingKey, ...WrappingKey[]]

/** From hexadecimal, the newest first. */
export function wrappingKeys(hex: readonly string[]): WrappingKeys {
  const [newest, ...older] = hex.map(toKey)
  if (!newest) throw new Error('EVIDENCE_KEY holds no key')
  return [newest, ...older]
}

/** The id says which key it was, and nothing about it. */
function toKey(hex: string): WrappingKey {
  const bytes = Buffer.from(hex, 'hex')
  const id = createHash('sha256').update('otinish evidence key').update(bytes).digest('hex').slice(0, 16)
  return { id, bytes }
}
