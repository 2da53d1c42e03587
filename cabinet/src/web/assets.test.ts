// Where the files for browsers are found.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readAssets } from './assets.ts'

it('a built file is served under the name that carries its hash', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assets-'))
  writeFileSync(join(dir, 'manifest.json'), '{"style.css":"style.AB12CD34.css"}')
  const assets = readAssets(dir)
  expect(assets.url('style.css')).toBe('/assets/style.AB12CD34.css')
  expect(assets.url('icon.svg')).toBe('/assets/icon.svg')
})

it('without a build files have their own names', () => {
  expect(readAssets('/nowhere').url('style.css')).toBe('/assets/style.css')
})

it('a broken manifest is an error and not an unstyled page', () => {
  const dir = mkdtempSync(join(tmpdir(), 'assets-'))
  writeFileSync(join(dir, 'manifest.json'), '{')
  expect(() => readAssets(dir)).toThrow(SyntaxError)
})
