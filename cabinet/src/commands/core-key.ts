// `otinish core-key add`: a key for the fund's core, written to a file that only the caller can read, and nowhere else.
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { readDatabaseConfig } from '../config.ts'
import { addCoreKey, makeCoreKey, SCOPES, type Scope } from '../intake/core-key.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'
import { withDatabase } from './with-database.ts'

export async function coreKeyCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const [act, ...rest] = args
  const { name, scopes, out } = readOptions(rest, ['name', 'scopes', 'out'])
  if (act !== 'add' || !name || !scopes || !out) throw new UsageError()
  const asked = scopes.split(',').map(readScope)
  const config = readDatabaseConfig(environment)
  const key = makeCoreKey()
  const aside = writeAside(out, `${key}\n`)
  try {
    await withDatabase(config, owner => addCoreKey(owner, key, { name, scopes: asked }, new Date()))
    renameSync(aside, out)
  } finally {
    rmSync(aside, { force: true })
  }
  console.log(JSON.stringify({ event: 'core-key-added', name, scopes: asked, file: out }))
}

/**
 * Written before the database forgets the key that this one replaces, into a new file: one that was there keeps its
 * rights when it is written over.
 */
function writeAside(out: string, text: string): string {
  const aside = `${out}-new-${process.pid}`
  try {
    writeFileSync(aside, text, { mode: 0o600, flag: 'wx' })
  } catch (cause) {
    throw new UsageError(`--out: ${out} cannot be written`, { cause })
  }
  return aside
}

function readScope(text: string): Scope {
  const scope = SCOPES.find(one => one === text.trim())
  if (!scope) throw new UsageError(`no such scope: ${text}`)
  return scope
}
