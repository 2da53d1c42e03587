// The scans that the phone's page remembers, the last ones only.
import { randomUUID } from 'node:crypto'
import type { Report } from './report.ts'
import type { Visit } from './visit.ts'

export type Scan =
  | { readonly kind: 'open'; readonly visit: Visit }
  | { readonly kind: 'over'; readonly report: Report; readonly byLink: boolean }

export type Scans = {
  keep(scan: Scan): string // its id
  find(id: string): Scan | undefined
  take(id: string): Visit | undefined // an open one, for whoever comes first
  end(id: string, scan: Scan): void
}

const MOST = 50

/** None yet. */
export function openScans(): Scans {
  const scans = new Map<string, Scan>()
  const taken = new Set<string>()
  return {
    keep(scan) {
      const id = randomUUID()
      scans.set(id, scan)
      for (const old of [...scans.keys()].slice(0, -MOST)) {
        scans.delete(old)
        taken.delete(old)
      }
      return id
    },
    find: id => scans.get(id),
    take(id) {
      const scan = scans.get(id)
      if (scan?.kind !== 'open' || taken.has(id)) return undefined
      taken.add(id)
      return scan.visit
    },
    end: (id, scan) => void scans.set(id, scan),
  }
}
