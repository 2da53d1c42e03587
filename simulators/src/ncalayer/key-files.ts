// The key files that the program finds on «Сіздің компьютеріңіз», and what is known of them before a password is given.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DemoKey } from '../demo/authority.ts'

export type KeyFile = {
  readonly name: string // the file name: what the person picks
  readonly path: string
  readonly known: DemoKey | undefined // only of keys that the demonstration made
}

/** All .p12 and .pfx files of these folders, each folder read anew, so that a file put there later is found. */
export function findKeyFiles(folders: readonly string[]): readonly KeyFile[] {
  return folders.flatMap(folder => {
    const known = demoKeys(folder)
    const names = readdirSync(folder).filter(name => /\.(p12|pfx)$/i.test(name))
    const files = names.map(name => ({
      name,
      path: path.join(folder, name),
      known: known.find(key => key.file === name),
    }))
    return files.toSorted((a, b) => orderOf(a, known) - orderOf(b, known))
  })
}

function demoKeys(folder: string): readonly DemoKey[] {
  const list = path.join(folder, 'keys.json')
  if (!existsSync(list)) return []
  return (JSON.parse(readFileSync(list, 'utf8')) as { readonly keys: readonly DemoKey[] }).keys
}

/** The demonstration's own keys in the order in which it lists its persons. */
function orderOf(file: KeyFile, known: readonly DemoKey[]): number {
  return file.known ? known.indexOf(file.known) : known.length
}
