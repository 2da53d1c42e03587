// What a command needs of the outside: files, standard input and output, the clock.
import { readdirSync, readFileSync, statSync } from 'node:fs'

export type Terminal = {
  /** The whole of a file, or of standard input for `-`. Throws the error of the system. */
  readonly read: (path: string) => Uint8Array
  /** The paths in a directory, sorted, or undefined when it is not one. Throws the error of the system. */
  readonly list: (path: string) => readonly string[] | undefined
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
    out: line => process.stdout.write(`${line}\n`),
    err: line => process.stderr.write(`${line}\n`),
    now: () => new Date(),
  }
}
