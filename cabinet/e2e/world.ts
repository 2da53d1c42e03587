// One world per worker: the real service, a real PostgreSQL, and the simulators.
import { rmSync } from 'node:fs'
import { test as base } from '@playwright/test'
import { startWorld, type World, type WorldOptions } from '../../ops/world.mjs'
import { makeDataDir } from './first-world.ts'

export type OpenWorld = World & {
  readonly dataDir: string
  readonly workerIndex: number
  readonly now: () => Date // the service's clock
  readonly close: () => Promise<void>
}

/** A world in a temporary folder, gone when `close` has run. */
export async function openWorld(
  options: Omit<WorldOptions, 'dataDir'> & { readonly workerIndex: number },
): Promise<OpenWorld> {
  const dataDir = makeDataDir(options.clock)
  const offset = options.clock ? Date.parse(options.clock) - Date.now() : 0
  const world = await startWorld({ mode: 'test', ...options, dataDir })
  const close = async () => {
    await world.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { ...world, dataDir, workerIndex: options.workerIndex, now: () => new Date(Date.now() + offset), close }
}

export const test = base.extend<{ baseURL: string }, { world: OpenWorld }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
    async ({}, use, { workerIndex }) => {
      const world = await openWorld({ workerIndex })
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ world }, use) => use(world.url),
})

export { expect } from '@playwright/test'
