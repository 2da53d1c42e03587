// The moment of the first start, kept: whatever is dated relative to it stays the same at later starts.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What `dir` remembers; `now`, remembered from here on, when it remembers nothing. */
export function firstMoment(dir: string, now: Date): Date {
  const file = path.join(dir, 'started-at')
  if (existsSync(file)) return new Date(readFileSync(file, 'utf8').trim())
  mkdirSync(dir, { recursive: true })
  writeFileSync(file, `${now.toISOString()}\n`)
  return now
}
