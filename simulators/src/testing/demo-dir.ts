// For tests: a test authority with its keys in a folder of its own.
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { inject } from 'vitest'
import { createAuthority, type DemoAuthority, type DemoKey } from '../demo/authority.ts'

export const NOW = new Date('2026-11-22T09:00:00Z')

export type DemoDir = DemoAuthority & { readonly dir: string; remove(): void }

let master: Promise<string> | undefined

/** Made at NOW. The keys are made once in a process, which takes seconds, and then copied. */
export async function makeDemoDir(): Promise<DemoDir> {
  master ??= makeMaster()
  const dir = newFolder()
  cpSync(await master, dir, { recursive: true })
  const authority = await createAuthority(dir, NOW)
  return { ...authority, dir, remove: () => rmSync(dir, { recursive: true, force: true }) }
}

async function makeMaster(): Promise<string> {
  const dir = newFolder()
  await createAuthority(dir, NOW)
  return dir
}

const newFolder = () => mkdtempSync(path.join(inject('scratch'), 'simulators-'))

/** The key of this person for this purpose and of this sort. */
export function keyOf(demo: DemoAuthority, iin: string, purpose: DemoKey['purpose'], what: DemoKey['what'] = 'good') {
  const found = demo.keys.find(key => key.iin === iin && key.purpose === purpose && key.what === what)
  if (!found) throw new Error(`no such demo key: ${purpose} ${what}`)
  return found
}
