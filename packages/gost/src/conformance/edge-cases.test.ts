// Our own table of edge cases (vectors/edge-cases.json), each row through the functions that everybody calls.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Group, makeTable, type Table, type Test, writeTable } from '../../edge-cases/table.ts'
import { keyAlgorithm, signatureAlgorithm } from '../algorithms.ts'
import { GostError } from '../error.ts'
import { gost34311 } from '../gost34311.ts'
import { legacyKeyAlgorithm, legacySignatureAlgorithm } from '../legacy-algorithms.ts'
import { streebog256, streebog512 } from '../streebog.ts'
import { verifyDigest } from '../verify.ts'

const FILE = new URL('../../vectors/edge-cases.json', import.meta.url)
const text = readFileSync(FILE, 'utf8')
const table: Table = JSON.parse(text)

const HASHES = { streebog256, streebog512, gost34311 }
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

function algorithmOf({ keyAlgorithm: key, parameterSet }: Group) {
  const algorithm = keyAlgorithm(key, parameterSet) ?? legacyKeyAlgorithm(key, parameterSet)
  if (!algorithm) throw new RangeError(`${key} with ${parameterSet} is unknown`)
  return algorithm
}

/** `valid`, or what the library found wrong, in the words of the table. */
function found(group: Group, { publicKey, digest, signature }: Test): string {
  const { layout, curve } = algorithmOf(group)
  try {
    const key = layout.readPublicKey(curve, bytes(publicKey))
    const numbers = layout.readSignature(curve, bytes(signature))
    return verifyDigest(key, layout.digestToNumber(bytes(digest)), numbers) ? 'valid' : 'equation'
  } catch (fault) {
    if (fault instanceof GostError) return fault.code
    throw fault
  }
}

describe('the table of edge cases', () => {
  let right = 0

  for (const group of table.groups)
    describe(`${group.layout} on ${group.curve}`, () => {
      it('names algorithms that belong together', () => {
        const { layout, curve, digest } = algorithmOf(group)
        expect([layout.name, curve.name]).toEqual([group.layout, group.curve])
        const signature =
          signatureAlgorithm(group.signatureAlgorithm) ?? legacySignatureAlgorithm(group.signatureAlgorithm)
        expect(signature).toEqual({ layout, digest, bytes: curve.bytes })
      })

      for (const test of group.tests)
        it(`${test.id} ${test.title}: ${test.failure ?? test.result}`, () => {
          if (test.message !== undefined)
            expect(Buffer.from(HASHES[algorithmOf(group).digest](bytes(test.message))).toString('hex')).toBe(
              test.digest,
            )
          expect(found(group, test)).toBe(test.failure ?? 'valid')
          right++
        })
    })

  it('is judged rightly as a whole', () => {
    console.log(`edge cases: ${right} of ${table.numberOfTests}`)
    expect(right).toBe(table.numberOfTests)
    expect(table.groups.flatMap(({ tests }) => tests.map(({ id }) => id))).toEqual(
      Array.from({ length: table.numberOfTests }, (_, i) => i + 1),
    )
  })

  it('is what edge-cases/make.ts writes', () => expect(writeTable(makeTable()) === text).toBe(true))
})
