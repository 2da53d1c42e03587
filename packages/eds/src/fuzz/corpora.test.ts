// Files that fuzzers found to reach far into another parser: none may crash ours, take long, or take much memory.
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { hasVectors, VECTORS } from '../test-vectors.ts'
import { guard, MAX_HEAP_MEGABYTES } from './guard.ts'
import type { CorpusAnswer } from './read-corpus.ts'

const FOLDER = 'suites/fuzz'

/** How many files each corpus has: a shorter one would prove less than is said. */
const CORPORA = [
  ['cms', 1389],
  ['crl', 2064],
  ['x509', 849],
  ['asn1', 648],
  ['asn1parse', 533],
] as const

describe.skipIf(!hasVectors(FOLDER))('a corpus of hostile files', () => {
  for (const [kind, count] of CORPORA)
    it(`${kind}: each gets an answer, in under 50 ms, within ${MAX_HEAP_MEGABYTES} MB`, async () => {
      const archive = path.join(VECTORS, FOLDER, `openssl-corpus-${kind}.tar.gz`)
      const answer = (await guard(new URL('./read-corpus.ts', import.meta.url), {
        input: { archive, kind },
      })) as CorpusAnswer // what read-corpus.ts posts
      const { files, failures, slowest, words } = answer
      console.log(
        `corpus ${kind}: ${files - failures.length} of ${files}, slowest ${slowest.milliseconds.toFixed(1)} ms`,
        `(${slowest.name}); ${Object.entries(words)
          .map(([word, n]) => `${word} ${n}`)
          .join(', ')}`,
      )
      expect(failures).toEqual([])
      expect(files).toBe(count)
    })
})
