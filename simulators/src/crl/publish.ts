// When the lists of an office are published and what stands in which: the full one daily, its delta with what came since.
import type { Office } from '../pki/authority.ts'
import type { Revocation } from '../pki/revocation.ts'
import type { SigningKey } from '../pki/signing-key.ts'
import { type CrlDraft, writeCrl } from './write-crl.ts'

/** Late: past its nextUpdate. A key: a stranger's, that signs instead of the office's. */
export type CrlFault = { readonly late?: boolean; readonly key?: SigningKey }

export type Publisher = {
  full(now: Date, fault?: CrlFault): Uint8Array
  delta(now: Date, fault?: CrlFault): Uint8Array
}

const HOUR = 3_600_000
const EVERY = 24 * HOUR
const LASTS = { full: 27 * HOUR, delta: 7.5 * HOUR } // as the production lists of 2026
const EPOCH = Date.UTC(2020, 0, 1) // numbers count seconds from here, so that they rise over restarts too

/** The lists of one office: of what `revoked` answers at the moment of publishing. The first full one is published now. */
export function publisher(office: Office, revoked: () => readonly Revocation[], now: Date): Publisher {
  const until = (at: Date) => revoked().filter(entry => Date.parse(entry.at) <= at.getTime())
  let published = { at: now, entries: until(now) }
  const current = (at: Date) => {
    const age = at.getTime() - published.at.getTime()
    if (age < 0 || age >= EVERY) published = { at, entries: until(at) }
    return published
  }

  const write = (
    at: Date,
    lasts: number,
    { late, key }: CrlFault,
    rest: Pick<CrlDraft, 'number' | 'base' | 'entries'>,
  ) => {
    const from = late ? at.getTime() - EVERY - lasts : at.getTime()
    const by = key ? { ...office, key } : office
    return writeCrl({ by, ...rest, thisUpdate: new Date(from), nextUpdate: new Date(from + lasts) })
  }
  return {
    full(at, fault = {}) {
      const { at: since, entries } = current(at)
      return write(since, LASTS.full, fault, { number: numberOf(since), entries })
    },
    delta(at, fault = {}) {
      const full = current(at)
      const base = numberOf(full.at)
      const entries = until(at).filter(entry => !full.entries.includes(entry))
      return write(at, LASTS.delta, fault, { number: Math.max(numberOf(at), base + 1), base, entries })
    },
  }
}

function numberOf(at: Date): number {
  return Math.floor((at.getTime() - EPOCH) / 1000)
}
