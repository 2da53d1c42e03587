// Threads in which the archive is judged, one for each core: some twenty milliseconds of arithmetic for each withdrawal.
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { octetsOf, type TrustOctets } from '../signatures/trust.ts'
import type { KeptEntry } from './archive-store.ts'
import type { Judged, JudgePage, Judging, Keys } from './judge-entry.ts'
import type { SealPins } from './seal-pins.ts'

/** Handed to every thread when it starts. */
export type Bounds = { readonly trust: TrustOctets; readonly pins: SealPins; readonly now: Date }
export type Question = { readonly page: readonly KeptEntry[]; readonly keys: Keys }

export type ArchiveThreads = { readonly judge: JudgePage; readonly atOnce: number; readonly close: () => Promise<void> }

const HEAP_MB = 256 // of a thread: a page has nine megabytes

type Options = Omit<Judging, 'verifiedLinks'> & { readonly worker?: URL } // the one beside the bundle unless told otherwise

export function openArchiveThreads({ trust, pins, now, worker }: Options): ArchiveThreads {
  const threads = availableParallelism()
  const bounds: Bounds = { trust: octetsOf(trust), pins, now }
  const piscina = new Piscina<Question, readonly Judged[]>({
    filename: (worker ?? new URL('./archive-worker.js', import.meta.url)).href,
    workerData: bounds,
    minThreads: threads,
    maxThreads: threads,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  return {
    judge: (page, keys) => piscina.run({ page, keys }),
    atOnce: threads + 1, // one page waits, so that no thread does
    close: () => piscina.destroy(),
  }
}
