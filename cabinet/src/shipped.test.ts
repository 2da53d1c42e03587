// What is shipped runs where nothing is installed but what the service declares.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { projectRoot } from './root.ts'

const MANIFEST = JSON.parse(readFileSync(path.join(projectRoot(), 'cabinet/package.json'), 'utf8'))
const DECLARED = Object.keys(MANIFEST.dependencies)

/** Of a module of the bundle; a package's parts count as the package. */
function packagesIn(file: string): string[] {
  const source = readFileSync(path.join(inject('bundle'), file), 'utf8')
  const specifiers = [...source.matchAll(/^(?:import|export)\b(?:[^;]*?\bfrom)? "([^"]+)";$|\bimport\("([^"]+)"\)/gm)]
  const packages = specifiers.map(([, one, other]) => /^(@[^/]+\/)?[^/]+/.exec(one ?? other ?? '')?.[0] ?? '')
  return [...new Set(packages)].filter(name => !name.startsWith('node:'))
}

describe('the service as it is shipped', () => {
  it.each(['otinish.js', 'signature-worker.js'])('needs no package that it does not declare: %s', file => {
    const packages = packagesIn(file)
    expect(packages.filter(name => !DECLARED.includes(name))).toEqual([])
    if (file === 'otinish.js') expect(packages).toContain('hono')
  })
})
