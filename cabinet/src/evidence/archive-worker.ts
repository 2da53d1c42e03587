// A thread that judges pages of the archive: data to data, bound to the trust and the pins that it was given when it started.
import { workerData } from 'node:worker_threads'
import { trustFrom } from '../signatures/trust.ts'
import type { Bounds, Question } from './archive-threads.ts'
import { type Judged, judgePage } from './judge-entry.ts'

const { trust: octets, pins, now } = workerData as Bounds // as openArchiveThreads hands it over
const judging = { trust: trustFrom(octets), pins, now, verifiedLinks: new Set<string>() }

export default function judge({ page, keys }: Question): readonly Judged[] {
  return judgePage(page, keys, judging)
}
