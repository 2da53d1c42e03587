// The code on a paper: a keyed hash of what the paper says, as people read and type it.
import { createHash } from 'node:crypto'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { PaperFacts } from './paper.ts'
import { codeFrom } from './readable-code.ts'

export type Said = { readonly application: string; readonly facts: PaperFacts } // the id of the application

/**
 * A keyed hash of the facts: the same paper has the same code, and without the key nobody can make one. It is not kept:
 * what is kept is its hash, by which a paper is found. Under every key that is still accepted, the newest first.
 */
export function codesOf({ application, facts }: Said, hash: KeyedHash): readonly [string, ...string[]] {
  const secret = `paper:${application}:${JSON.stringify(facts)}`
  return [codeFrom(hash.one(secret)), ...hash.all(secret).slice(1).map(codeFrom)]
}

/** By which a paper is found; a code has too many bits to be guessed from it. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256').update(`paper ${code}`).digest()
}
