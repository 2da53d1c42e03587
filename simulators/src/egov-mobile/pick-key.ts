// Which key of the demonstration the app signs with.

import type { KeyFile } from '../ncalayer/key-files.ts'
import type { KeyRing } from '../ncalayer/key-ring.ts'
import type { KeyStore } from '../p12/read.ts'
import type { Way } from './ways.ts'

export type PhoneOwner = { readonly iin: string; readonly name: string }

/** Those who have a key to sign with, in the order in which the demonstration lists them. */
export function ownersOf(keys: KeyRing): readonly PhoneOwner[] {
  return keys
    .files()
    .flatMap(file => (isGood(file) && file.known ? { iin: file.known.iin, name: file.known.name } : []))
}

/** The key that goes with the way, or undefined when this person has none such. */
export function pickKey(keys: KeyRing, iin: string, wanted: Way['key']): KeyStore | undefined {
  const file = keys.files().find(candidate => fits(candidate, iin, wanted))
  return file?.known && keys.open(file, file.known.password).store
}

function fits(file: KeyFile, iin: string, wanted: Way['key']): boolean {
  if (wanted === 'somebody-else') return isGood(file) && file.known?.iin !== iin
  const { purpose, what } = wanted ?? { purpose: 'signing', what: 'good' }
  return file.known?.iin === iin && file.known.purpose === purpose && file.known.what === what
}

function isGood({ known }: KeyFile): boolean {
  return known?.purpose === 'signing' && known.what === 'good'
}
