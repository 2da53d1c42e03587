// What the worlds of the journeys begin with, made once for all of them: a filled database, an authority, keys, secrets.
import { cpSync, existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { startWorld } from '../../ops/world.mjs'
import { makeScratch, sweepScratch } from '../src/database/test-scratch.ts'

const PLACE = 'OTINISH_FIRST_WORLD' // of the environment, which the workers inherit
const PREFIX = 'otinish-e2e-'

/** Playwright's global setup; answers what tidies up. */
export default async function makeFirstWorld(): Promise<() => void> {
  await sweepScratch(PREFIX)
  const dataDir = makeScratch(PREFIX)
  const remove = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const world = await startWorld({ mode: 'test', dataDir })
    await world.stop()
  } catch (error) {
    remove()
    throw error
  }
  process.env[PLACE] = dataDir
  return remove
}

/**
 * A folder for a world. It begins as the first one does, unless it begins at another time, for which its keys would be no good,
 * or the first one's database lies elsewhere.
 */
export function makeDataDir(clock: string | undefined): string {
  const dataDir = makeScratch(PREFIX)
  const first = process.env[PLACE]
  if (first && !clock && existsSync(join(first, 'postgres'))) cpSync(first, dataDir, { recursive: true })
  return dataDir
}
