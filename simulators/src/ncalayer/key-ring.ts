// Opens key files and remembers the opened ones, and finds a key that fits a request.
import { readFileSync, statSync } from 'node:fs'
import { KeyFileError } from '../p12/error.ts'
import { type KeyStore, openKeyFile } from '../p12/read.ts'
import { type HolderFacts, readHolder } from '../pki/holder.ts'
import { misfit } from './fit.ts'
import { findKeyFiles, type KeyFile } from './key-files.ts'
import type { Settings } from './settings.ts'
import type { SignRequest } from './sign-arguments.ts'

export type OpenKey = { readonly store: KeyStore; readonly holder: HolderFacts }

export type KeyRing = {
  files(): readonly KeyFile[]
  open(file: KeyFile, password: string): OpenKey // throws KeyFileError
  automatic(settings: Settings, request: SignRequest, now: Date): OpenKey | undefined
  stranger(settings: Settings, request: SignRequest, now: Date): OpenKey | undefined
}

/** The keys of these folders. */
export function keyRing(folders: readonly string[]): KeyRing {
  const opened = new Map<string, OpenKey>()

  const open = (file: KeyFile, password: string): OpenKey => {
    const id = [file.path, statSync(file.path).mtimeMs, password].join('\0')
    const found = opened.get(id) ?? openAfresh(file, password)
    opened.set(id, found)
    return found
  }
  const all = (password: string) => findKeyFiles(folders).flatMap(file => openOrNone(() => open(file, password)))
  const fitting = (settings: Settings, request: SignRequest, now: Date) =>
    all(settings.password).filter(key => misfit(key.holder, request, now) === undefined)

  return {
    files: () => findKeyFiles(folders),
    open,
    automatic(settings, request, now) {
      if (settings.key === undefined) {
        const keys = fitting(settings, request, now)
        return keys.find(({ holder }) => settings.person === undefined || holder.iin === settings.person)
      }
      const named = [settings.key].flat().flatMap(name => findKeyFiles(folders).filter(file => file.name === name))
      const keys = named.flatMap(file => openOrNone(() => open(file, settings.password)))
      return keys.find(({ holder }) => !settings.check || misfit(holder, request, now) === undefined)
    },
    stranger(settings, request, now) {
      const owner = request.iin === '' ? settings.person : request.iin
      const others = fitting(settings, { ...request, iin: '' }, now).filter(({ holder }) => holder.iin !== owner)
      return others.at(-1)
    },
  }
}

function openAfresh(file: KeyFile, password: string): OpenKey {
  const store = openKeyFile(readFileSync(file.path), password)
  return { store, holder: readHolder(store.certificate) }
}

/** A key of another password is no use to the automatic mode; it is not a mistake either. */
function openOrNone(open: () => OpenKey): OpenKey[] {
  try {
    return [open()]
  } catch (error) {
    if (error instanceof KeyFileError) return []
    throw error
  }
}
