// What a command may do to the world: read files, ask a responder, print, know the time.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { postRequest } from './post-request.ts'

export type Terminal = {
  /** A file's bytes; `-` is standard input. Throws what node:fs throws. */
  readonly read: (path: string) => Uint8Array
  /** Paths of the files in a directory, in the order of their names; undefined for a file. Throws what node:fs throws. */
  readonly list: (path: string) => readonly string[] | undefined
  /** What an OCSP responder answers to a request. Throws RequestError. */
  readonly post: (url: string, body: Uint8Array) => Promise<Uint8Array>
  readonly out: (line: string) => void
  readonly err: (line: string) => void
  readonly now: () => Date
}

/** The process's own. */
export function terminal(): Terminal {
  return {
    read: path => readFileSync(path === '-' ? 0 : path),
    list: path =>
      statSync(path).isDirectory()
        ? readdirSync(path)
            .toSorted()
            .map(name => `${path}/${name}`)
        : undefined,
    post: postRequest,
    out: line => process.stdout.write(`${line}\n`),
    err: line => process.stderr.write(`${line}\n`),
    now: () => new Date(),
  }
}
