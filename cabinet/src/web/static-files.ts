// Files of the service's own under /assets/: read once, kept in memory, for ever in browsers when the name has its hash.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Hono } from 'hono'
import type { Env } from './context.ts'

type StaticFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string; readonly cache: string }

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
}

/** Serves the files of the folders; of two with one name the first folder's. Nothing outside them can be named. */
export function staticFiles(app: Hono<Env>, folders: readonly string[]): void {
  const files = new Map<string, StaticFile>()
  for (const folder of [...folders].reverse()) for (const [name, file] of readFolder(folder)) files.set(name, file)
  app.get('/assets/*', c => {
    const file = files.get(c.req.path.slice('/assets/'.length))
    if (!file) return c.notFound()
    return c.body(file.bytes, 200, { 'Content-Type': file.type, 'Cache-Control': file.cache })
  })
}

function readFolder(folder: string): [string, StaticFile][] {
  return listFolder(folder).flatMap(name => {
    const type = TYPES[path.extname(name)]
    if (!type) return []
    const cache = /\.[0-9A-Za-z]{8,}\.\w+$/.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache'
    const file = { bytes: new Uint8Array(readFileSync(path.join(folder, name))), type, cache }
    return [[name.split(path.sep).join('/'), file] as [string, StaticFile]]
  })
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
