// The code on a paper: 100 bits in twenty characters, none of which is taken for another.
import { createHash } from 'node:crypto'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { PaperFacts } from './paper.ts'

/** Digits and letters without I, L, O and U (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20
const GROUP = 4

export type Said = { readonly application: string; readonly facts: PaperFacts } // the id of the application

/**
 * A keyed hash of the facts: the same paper has the same code, and without the key nobody can make one. It is not kept:
 * what is kept is its hash, by which a paper is found. Under every key that is still accepted, the newest first.
 */
export function codesOf({ application, facts }: Said, hash: KeyedHash): readonly [string, ...string[]] {
  const secret = `paper:${application}:${JSON.stringify(facts)}`
  return [written(hash.one(secret)), ...hash.all(secret).slice(1).map(written)]
}

function written(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const letter = (i: number) => ALPHABET[Number.parseInt(bits.slice(5 * i, 5 * i + 5), 2)] ?? ''
  return Array.from({ length: LENGTH }, (_, i) => letter(i)).join('')
}

/** '7K3M-…': as it is printed. */
export function grouped(code: string): string {
  return code.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
}

/** What is taken for another letter when read or typed, on a Cyrillic keyboard too. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1', U: 'V' },
  ...{
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    К: 'K',
    М: 'M',
    О: '0',
    Р: 'P',
    Т: 'T',
    Х: 'X',
    У: 'Y',
    Ү: 'Y',
    І: '1',
    З: '3',
  },
}

/** The code in what was typed: spaces, dashes and case do not matter. `undefined` when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = [
    ...typed
      .slice(0, 200)
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}_.]/gu, ''),
  ]
    .map(letter => READ_AS[letter] ?? letter)
    .join('')
  return code.length === LENGTH && [...code].every(letter => ALPHABET.includes(letter)) ? code : undefined
}

/** By which a paper is found; a code has too many bits to be guessed from it. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256').update(`paper ${code}`).digest()
}
