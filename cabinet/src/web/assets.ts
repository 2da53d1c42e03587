// Where the files of cabinet/assets are served: under names that carry their hash, so that browsers may keep them for ever.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Assets = { url(name: string): string }

/** Reads the manifest of the build in `dir`; without one (in development) files have their own names. */
export function readAssets(dir: string): Assets {
  const names = readManifest(join(dir, 'manifest.json'))
  return { url: name => `/assets/${names[name] ?? name}` }
}

function readManifest(path: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
