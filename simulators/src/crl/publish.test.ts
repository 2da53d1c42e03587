// The lists: the genuine shape, what stands in which, numbers that rise, and each way to go wrong.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Element, readDer } from '@otinish/eds/der/read'
import { readTime } from '@otinish/eds/der/time'
import { readBitOctets, readInteger, readOid } from '@otinish/eds/der/value'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Office } from '../pki/authority.ts'
import type { Revocation } from '../pki/revocation.ts'
import { makeImpostor } from '../pki/services.ts'
import { type DemoDir, makeDemoDir, NOW } from '../testing/demo-dir.ts'
import { signatureHolds } from '../testing/read-cms.ts'
import { at, skeleton } from '../testing/skeleton.ts'
import { vectors } from '../testing/vectors.ts'
import { publisher } from './publish.ts'

const HOUR = 3_600_000
const later = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

let demo: DemoDir
beforeAll(async () => {
  demo = await makeDemoDir()
})
afterAll(() => demo.remove())

const FIRST: Revocation = {
  by: 'gost',
  serial: '7c1fe14bb59fb00d724273d007a7dd6b4a5ed2d0',
  at: later(-2).toISOString(),
  reason: 6,
}
const SECOND: Revocation = { ...FIRST, serial: '92c6', at: later(1).toISOString(), reason: 0 }

function read(list: Uint8Array, by: Office) {
  const [tbs, , signature] = readDer(list).children
  if (!tbs || !signature) throw new Error('not a list')
  const parts = tbs.children.slice(3)
  const [thisUpdate, nextUpdate] = parts
  const entries = parts.find(({ tag }) => tag === 0x30)?.children ?? []
  return {
    lasts: moment(nextUpdate) - moment(thisUpdate),
    thisUpdate: new Date(moment(thisUpdate)),
    entries: entries.map(entry => [readInteger(at(entry, 0)).toString(16), reasonOf(entry)]),
    number: numberOf(tbs, '2.5.29.20'),
    base: numberOf(tbs, '2.5.29.27'),
    holds: signatureHolds(by.certificate, tbs.encoded, readBitOctets(signature)),
  }
}

const moment = (element: Element | undefined) => (element ? readTime(element).getTime() : Number.NaN)
const reasonOf = ({ children }: Element) => children[2] && readDer(at(children[2], 0, 1).content).content[0]

function numberOf(tbs: Element, id: string): bigint | undefined {
  const found = at(tbs, -1, 0).children.find(extension => readOid(at(extension, 0)) === id)
  return found && readInteger(readDer(at(found, -1).content))
}

describe('the lists of an issuing authority', () => {
  for (const kind of ['gost', 'rsa'] as const)
    it(`are signed by the ${kind} office; the full one lasts 27 hours, the delta seven and a half`, () => {
      const office = demo.authority[`issuing-${kind}`]
      const lists = publisher(office, () => [FIRST], NOW)
      expect(read(lists.full(later(1)), office)).toMatchObject({ lasts: 27 * HOUR, thisUpdate: NOW, holds: true })
      expect(read(lists.delta(later(1)), office)).toMatchObject({
        lasts: 7.5 * HOUR,
        thisUpdate: later(1),
        holds: true,
      })
    })

  it('the delta has what came after the full list, until that is published anew a day later', () => {
    const office = demo.authority['issuing-gost']
    const lists = publisher(office, () => [FIRST, SECOND], NOW)
    const full = read(lists.full(later(2)), office)
    const delta = read(lists.delta(later(2)), office)
    expect(full.entries).toEqual([[FIRST.serial, 6]])
    expect(delta.entries).toEqual([[SECOND.serial, undefined]]) // `unspecified` is left out
    expect(delta.base).toBe(full.number)
    expect(Number(delta.number)).toBeGreaterThan(Number(full.number))

    const next = read(lists.full(later(25)), office)
    expect(next.entries.map(([serial]) => serial)).toEqual([FIRST.serial, SECOND.serial])
    expect(Number(next.number)).toBeGreaterThan(Number(delta.number))
    expect(read(lists.delta(later(25)), office).entries).toEqual([])
  })

  it('do not yet have what is revoked in the future', () => {
    const office = demo.authority['issuing-gost']
    const lists = publisher(office, () => [SECOND], NOW)
    expect(read(lists.delta(NOW), office).entries).toEqual([])
    expect(read(lists.delta(later(1)), office).entries).toHaveLength(1)
  })

  it('late: their time is over; by a strange key: the signature does not hold', async () => {
    const office = demo.authority['issuing-rsa']
    const lists = publisher(office, () => [], NOW)
    const late = read(lists.full(NOW, { late: true }), office)
    expect(late.thisUpdate.getTime() + late.lasts).toBeLessThan(NOW.getTime())
    expect(late.holds).toBe(true)
    const { key } = await makeImpostor('ocsp-rsa', demo.authority)
    expect(read(lists.full(NOW, { key }), office).holds).toBe(false)
  })
})

const genuine = vectors('pki/vectors/crl')
describe.skipIf(!genuine)('a list has the shape of a genuine one', () => {
  const theirs = (file: string) => readDer(readFileSync(path.join(genuine ?? '', file)))
  const ours = (kind: 'gost' | 'rsa', revoked: readonly Revocation[]) => {
    const lists = publisher(demo.authority[`issuing-${kind}`], () => revoked, NOW)
    return { full: readDer(lists.full(NOW)), delta: readDer(lists.delta(NOW)) }
  }
  /** Everything but the entries, then one entry. */
  const shapeOf = (list: Element) => {
    const { children } = at(list, 0)
    const entries = children.findIndex(({ tag }, i) => i > 2 && tag === 0x30)
    const rest = children.filter((_, i) => i !== entries).map(skeleton)
    return [rest, skeleton(at(list, 0, entries, 0)), skeleton(at(list, 1)), at(list, 2).tag]
  }

  it('full, GOST', () => {
    expect(shapeOf(ours('gost', [FIRST]).full)).toEqual(shapeOf(theirs('nca_gost2022_test_2022-07-27.crl')))
  })

  it('full, RSA, an entry without a reason', () => {
    const ownFull = ours('rsa', [{ ...FIRST, reason: 0 }]).full
    expect(shapeOf(ownFull)).toEqual(shapeOf(theirs('nca_rsa_test_2023-11-17.crl')))
  })

  it('delta, GOST and RSA, without entries', () => {
    expect(skeleton(ours('gost', []).delta)).toEqual(skeleton(theirs('nca_gost2022_d_test_2025-04-29_delta.crl')))
    expect(skeleton(ours('rsa', []).delta)).toEqual(skeleton(theirs('nca_d_rsa_test_2023-11-17_delta.crl')))
  })
})
