// What browsers are sent: a page loads one island, and the watch over the session beside it where somebody is signed in.
import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, it } from 'vitest'

const FOLDER = new URL('./', import.meta.url).pathname
const ENTRY = /\.entry\.ts$/
const BUDGET = 4 * 1024

async function weightOf(entry: string): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [FOLDER + entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2020', 'chrome100', 'firefox100', 'safari15'],
    write: false,
  })
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0)
}

const entries = readdirSync(FOLDER).filter(name => ENTRY.test(name))
const islands = entries.filter(name => name !== 'session.entry.ts')

it.each(islands)('%s and the watch over the session are under 4 KB gzip together', async island => {
  const together = [island, ...entries.filter(name => name === 'session.entry.ts')]
  const weights = await Promise.all(together.map(weightOf))
  expect(weights.every(weight => weight > 0)).toBe(true)
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(BUDGET)
})
