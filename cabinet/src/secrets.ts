// Secrets of a demonstration or a test, made at the first start and kept beside the data.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Config } from './config.ts'

/** SESSION_KEY as configured; in demo and test one of our own. Production has none by default: see config.ts. */
export function sessionKeys(config: Pick<Config, 'SESSION_KEY' | 'DATA_DIR' | 'MODE'>): readonly string[] {
  if (config.SESSION_KEY) return config.SESSION_KEY
  if (config.MODE === 'production') throw new Error('SESSION_KEY: required in production')
  const file = path.join(config.DATA_DIR, 'session-key')
  if (!existsSync(file)) {
    mkdirSync(config.DATA_DIR, { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return [readFileSync(file, 'utf8').trim()]
}
