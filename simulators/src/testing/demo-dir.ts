// For tests: a test authority with its keys in a folder of its own, made once for a file of tests.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createAuthority, type DemoAuthority, type DemoKey } from '../demo/authority.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')

export type DemoDir = DemoAuthority & { readonly dir: string; remove(): void }

/** Made at NOW. */
export async function makeDemoDir(): Promise<DemoDir> {
  const dir = mkdtempSync(path.join(tmpdir(), 'otinish-simulators-'))
  const authority = await createAuthority(dir, NOW)
  return { ...authority, dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

/** The key of this person for this purpose and of this sort. */
export function keyOf(demo: DemoAuthority, iin: string, purpose: DemoKey['purpose'], what: DemoKey['what'] = 'good') {
  const found = demo.keys.find(key => key.iin === iin && key.purpose === purpose && key.what === what)
  if (!found) throw new Error(`no such demo key: ${purpose} ${what}`)
  return found
}
