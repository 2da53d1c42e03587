// Our own table of edge cases (vectors/edge-cases.json), each row through the functions that everybody calls.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Group, makeTable, type Table, type Test, writeTable } from '../../edge-cases/table.ts'
import { keyAlgorithm, signatureAlgorithm } from '../algorithms.ts'
import { BIGINT_ENGINE, holds, multiplesOf } from '../bigint-engine.ts'
import type { Engine } from '../engine.ts'
import { GostError } from '../error.ts'
import type { FixedBase } from '../fixed-base.ts'
import { gost34311 } from '../gost34311.ts'
import { legacyKeyAlgorithm, legacySignatureAlgorithm } from '../legacy-algorithms.ts'
import { streebog256, streebog512 } from '../streebog.ts'
import { type VerifyDigest, verifyDigest, verifyWith } from '../verify.ts'

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

/** With the multiples of every key at hand, as if all of them were known before. */
const tables = new Map<string, FixedBase>()
const byTable: Engine['holds'] = claim => {
  const { curve, key } = claim
  const name = `${curve.name} ${key.x} ${key.y}`
  const multiples = tables.get(name) ?? multiplesOf(curve, key)
  tables.set(name, multiples)
  return holds(claim, multiples)
}
const verifyByTable = verifyWith({ ...BIGINT_ENGINE, holds: byTable })

/** `valid`, or what the library found wrong, in the words of the table. */
function found(group: Group, { publicKey, digest, signature }: Test, verify: VerifyDigest = verifyDigest): string {
  const { layout, curve } = algorithmOf(group)
  try {
    const key = layout.readPublicKey(curve, bytes(publicKey))
    const numbers = layout.readSignature(curve, bytes(signature))
    return verify(key, layout.digestToNumber(bytes(digest)), numbers) ? 'valid' : 'equation'
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

      it('is judged alike where every key was known before', () => {
        const wrong = group.tests.filter(test => found(group, test, verifyByTable) !== (test.failure ?? 'valid'))
        expect(wrong.map(({ id, title }) => `${id} ${title}`)).toEqual([])
        expect(tables.size).toBeGreaterThan(8)
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
