// The campaign itself: a fault that is planted is found, and a mutant is the same whenever it is asked for.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import { runCampaign } from './campaign.ts'
import { mutant } from './mutate.ts'
import { randomAt } from './random.ts'
import { ACCEPTED, type Specimen } from './specimen.ts'
import { openTree, writeTree } from './tree.ts'

const { encoded } = make.makeRoot(rsaKey('campaign root')).certificate
const campaign = { seed: 3, from: 0, count: 50 }

function specimen(given: Partial<Specimen>): Specimen {
  return {
    name: 'planted',
    weight: 1,
    bytes: encoded,
    judge: () => ACCEPTED,
    essence: () => ['same'],
    enclosed: [],
    ...given,
  }
}

function failuresWith(given: Partial<Specimen>): readonly string[] {
  return runCampaign([specimen(given)], campaign, () => {}).failures.map(({ why }) => why.split('\n')[0] ?? '')
}

const isOwn = (bytes: Uint8Array) => Buffer.compare(bytes, encoded) === 0

describe('a campaign', () => {
  it('finds nothing where only what was signed is accepted', () => expect(failuresWith({})).toEqual([]))

  for (const [fault, given, why] of [
    [
      'forgeries are accepted',
      { essence: bytes => [isOwn(bytes) ? 'own' : 'foreign'] },
      /part that nobody signed: foreign/,
    ],
    ['nothing at all is accepted', { essence: bytes => (isOwn(bytes) ? ['own'] : []) }, /nothing that proves anything/],
    [
      'an answer is given that never may',
      { judge: bytes => (isOwn(bytes) ? ACCEPTED : 'valid'), forbidden: 'valid' },
      /is valid/,
    ],
    ['something is thrown', { judge: bytes => (isOwn(bytes) ? ACCEPTED : String(null).repeat(-1)) }, /RangeError/],
    ['an answer takes long', { judge: bytes => (isOwn(bytes) ? ACCEPTED : busy(60)) }, /takes \d+\.\d ms/],
    [
      'much memory is taken',
      { judge: bytes => (isOwn(bytes) ? ACCEPTED : Buffer.alloc(2 ** 25).toString('hex', 0, 1)) },
      /octets of buffers/,
    ],
    ['the input is written to', { judge: bytes => (isOwn(bytes) ? ACCEPTED : written(bytes)) }, /changes the octets/],
  ] as const satisfies readonly (readonly [string, Partial<Specimen>, RegExp])[])
    it(`finds that ${fault}`, () => {
      const failures = failuresWith(given)
      expect(failures.length).toBeGreaterThan(0)
      for (const failure of failures) expect(failure).toMatch(why)
    })

  it('refuses to begin with a specimen that is not accepted itself', () => {
    expect(() => failuresWith({ judge: () => 'der-invalid' })).toThrow('planted is itself not accepted: der-invalid')
  })
})

describe('a mutant', () => {
  const tree = openTree(encoded)
  const at = (index: number) => mutant(tree, [tree], randomAt(5, index))

  it('is the same whenever it is asked for', () => expect(at(40)).toEqual(at(40)))

  it('is another one at nearly every position', () => {
    const mutants = Array.from({ length: 100 }, (_, index) => Buffer.from(at(index)).toString('hex'))
    expect(new Set(mutants).size).toBeGreaterThan(85)
  })

  it('leaves the tree as it was, which is written as it was read', () => {
    for (let index = 0; index < 100; index++) at(index)
    expect(Buffer.compare(writeTree(tree), encoded)).toBe(0)
  })
})

/** Of processor time, so that a busy machine cannot shorten it. */
function busy(milliseconds: number): string {
  const began = process.cpuUsage()
  let used = 0
  while (used < milliseconds * 1000) {
    const { user, system } = process.cpuUsage(began)
    used = user + system
  }
  return 'slow'
}

function written(bytes: Uint8Array): string {
  bytes.fill(0)
  return 'written'
}
