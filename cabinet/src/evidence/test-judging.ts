// For tests: the archive judged in this process, a page after the other; and the threads as they are shipped.
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inject } from 'vitest'
import { type JudgePage, type Judging, judgePage } from './judge-entry.ts'

export function judgingHere(bounds: Omit<Judging, 'verifiedLinks'>): { judge: JudgePage; atOnce: number } {
  const judging = { ...bounds, verifiedLinks: new Set<string>() }
  return { judge: async (page, keys) => judgePage(page, keys, judging), atOnce: 1 }
}

export const archiveWorker = () => pathToFileURL(path.join(inject('bundle'), 'archive-worker.js'))
