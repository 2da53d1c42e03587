// The rows of our table of edge cases in the Russian layout, put to gost-engine.
import { readFileSync } from 'node:fs'
import { bitString, octetString, oid, sequence } from '../src/der/write.ts'
import { inLanes } from './openssl.ts'
import type { PartRunner } from './part.ts'

type Test = { id: number; title: string; publicKey: string; digest: string; signature: string; result: string }
type Group = {
  layout: string
  curve: string
  keyAlgorithm: string
  parameterSet: string
  digestAlgorithm: string
  tests: Test[]
}

/** What gost-engine 3.0.1 accepts although it must not, each with the reason why we stand by the table. */
const LENIENCIES: ReadonlyMap<string, string> = new Map([
  ['with a zero octet after it', 'it does not ask for the length of a signature'],
  ['with a zero octet before each half', 'it halves a signature of whatever length'],
  ['x of the key plus p', 'it does not ask for coordinates below p'],
  ['y of the key plus p', 'it does not ask for coordinates below p'],
  ['both coordinates of the key plus p', 'it does not ask for coordinates below p'],
  ['the key has a zero octet before it', 'it does not ask for the length of a key'],
  ['the key has order 4', 'it does not ask for the order of a key: anybody can sign for this one'],
  ['the key has order 2q', 'it does not ask for the order of a key'],
  ['the key has order 4q', 'it does not ask for the order of a key'],
])

const TABLE = new URL('../../gost/vectors/edge-cases.json', import.meta.url)

export const edgeCases: PartRunner = async openssl => {
  const groups: readonly Group[] = JSON.parse(readFileSync(TABLE, 'utf8')).groups
  const rows = groups
    .filter(({ layout }) => layout === 'rfc9215')
    .flatMap(group => group.tests.map(test => ({ group, test })))
  const disagreements: string[] = []
  const lenient = new Map<string, number>()
  let agreed = 0
  await inLanes(rows.length, async i => {
    const { group, test } = rows[i] as (typeof rows)[number] // below the length
    const key = openssl.write(`key-${i}`, keyOf(group, test))
    const digest = openssl.write(`digest-${i}`, bytes(test.digest))
    const signature = openssl.write(`signature-${i}`, bytes(test.signature))
    const files = ['-inkey', key, '-in', digest, '-sigfile', signature]
    const { ok } = await openssl.run(['pkeyutl', '-verify', '-pubin', '-keyform', 'DER', ...files])
    if (ok === (test.result === 'valid')) agreed++
    else if (ok && LENIENCIES.has(test.title)) lenient.set(test.title, (lenient.get(test.title) ?? 0) + 1)
    else disagreements.push(`${test.id} ${group.curve} ${test.title}: ${test.result}, gost-engine says ${ok}`)
  })
  return {
    title: `edge cases in the Russian layout: ${agreed} of ${rows.length} judged alike by gost-engine`,
    lines: [...lenient].map(([title, number]) => `it accepts ${number} × ${title}: ${LENIENCIES.get(title)}`),
    disagreements,
  }
}

function keyOf(group: Group, { publicKey }: Test): Uint8Array {
  const parameters = sequence(oid(group.parameterSet), oid(group.digestAlgorithm))
  return sequence(sequence(oid(group.keyAlgorithm), parameters), bitString(octetString(bytes(publicKey))))
}

function bytes(hex: string): Uint8Array {
  return Buffer.from(hex, 'hex')
}
