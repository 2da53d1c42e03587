// Secrets of a demonstration or a test, made at the first start and kept beside the data.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'

/** SESSION_KEY as configured; in demo and test one of our own. Production has none by default: see config.ts. */
export function sessionKeys(config: Pick<Config, 'SESSION_KEY' | 'DATA_DIR' | 'MODE'>): readonly string[] {
  return config.SESSION_KEY ?? [ownKey('SESSION_KEY', 'session-key', config)]
}

/** EVIDENCE_KEY likewise. Whoever loses it loses every piece of evidence. */
export function evidenceKeys(config: Pick<Config, 'EVIDENCE_KEY' | 'DATA_DIR' | 'MODE'>): readonly string[] {
  return config.EVIDENCE_KEY ?? [ownKey('EVIDENCE_KEY', 'evidence-key', config)]
}

function ownKey(setting: string, name: string, { MODE, DATA_DIR }: Pick<Config, 'DATA_DIR' | 'MODE'>): string {
  if (MODE === 'production') throw new Error(`${setting}: required in production`)
  const file = path.join(DATA_DIR, name)
  if (!existsSync(file)) {
    mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
