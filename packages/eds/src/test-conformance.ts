// What conformance tests share: the outcomes that an independent program computed, and counting.
import { describe, expect, it } from 'vitest'
import { hasVectors, vector } from './test-vectors.ts'

export const PKI = 'pki/vectors'

/** What an independent program read in the files of a folder. */
export function expectedOf<T>(folder: string): readonly (readonly [file: string, expected: T])[] {
  const all: Record<string, T> = JSON.parse(new TextDecoder().decode(vector(PKI, 'expected.json')))
  return Object.entries(all).filter(([file]) => file.startsWith(`${folder}/`))
}

/** Runs the check on each case and prints how many passed; fails with the first lines of what did not. */
export function checkEach<C>(what: string, cases: readonly C[], check: (of: C) => void): void {
  const failures = cases.flatMap(of => {
    try {
      check(of)
      return []
    } catch (fault) {
      return [String(fault).split('\n')[0]]
    }
  })
  console.log(`${what}: ${cases.length - failures.length} of ${cases.length}`)
  expect(failures).toEqual([])
}

/** A body that reads vectors runs only when they are there: a skipped one would be run to collect its tests. */
export function describeWith(folders: readonly string[], title: string, body: () => void): void {
  if (folders.every(hasVectors)) describe(title, body)
  else describe.skip(title, () => it('needs the vectors', () => {}))
}
