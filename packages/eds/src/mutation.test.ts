// Structure-aware mutations of a valid document, the same ones at every run, and garbage of every size.
import { describe, expect, it } from 'vitest'
import { sameBytes } from './bytes.ts'
import { readSignedData } from './cms/signed-data.ts'
import { type Element, readDer } from './der/read.ts'
import { concat, element } from './der/write.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { gostKey, rsaKey, seededBytes } from './test-keys.ts'
import { verifySignature } from './verify-signature.ts'

type Random = (below: number) => number

function randomFrom(seed: string): Random {
  const bytes = seededBytes(seed)
  return below => Buffer.from(bytes(4)).readUInt32BE() % below
}

/** The tree written again, one element changed: dropped, doubled, moved, retagged, emptied, cut, or one bit of it. */
function mutate(root: Element, random: Random): Uint8Array {
  const all = flat(root)
  const victim = all[random(all.length)] ?? root
  const donor = all[random(all.length)] ?? root
  const { encoded, content, tag } = victim
  const changes = [
    () => new Uint8Array(),
    () => concat(encoded, encoded),
    () => donor.encoded,
    () => concat(donor.encoded, encoded),
    () => element(tag ^ (1 << random(8)), content),
    () => element(tag, new Uint8Array()),
    () => element(tag, content.subarray(random(4))),
    () => element(tag, concat(content, Uint8Array.of(random(256)))),
    () => flipBit(encoded, random),
    () => flipBit(encoded, random),
  ]
  const changed = changes[random(changes.length)]?.() ?? encoded
  return rewrite(root, victim, changed)
}

function flat(root: Element): readonly Element[] {
  return [root, ...root.children.flatMap(flat)]
}

function rewrite(root: Element, victim: Element, changed: Uint8Array): Uint8Array {
  if (root === victim) return changed
  if (root.children.length === 0) return root.encoded
  return element(root.tag, concat(...root.children.map(child => rewrite(child, victim, changed))))
}

function flipBit(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random(bytes.length)
  return bytes.map((octet, i) => (i === at ? octet ^ (1 << random(8)) : octet))
}

/** What must be unchanged in a document that is still valid. */
function essence(bytes: Uint8Array): readonly Uint8Array[] {
  const { content, certificates, signers } = readSignedData(bytes)
  const [signer] = signers
  const own = certificates.find(
    ({ serial }) => signer?.signer.by === 'issuer-and-serial' && serial === signer.signer.serial,
  )
  const parts = [content, signer?.signedAttributes?.encoded, signer?.signature, own?.encoded]
  return parts.map(part => part ?? new Uint8Array())
}

function attack(signer: make.Issued, anchor: make.Issued, count: number): { still: number; changed: number } {
  const genuine = cms.makeCms([signer], { certificates: [signer, anchor].map(s => s.certificate.encoded) })
  const random = randomFrom(`mutations of ${count}`)
  const root = readDer(genuine)
  const options = { anchors: [anchor.certificate], at: make.NOON }
  expect(verifySignature(genuine, options).outcome).toBe('valid')
  let [still, changed] = [0, 0]
  for (let i = 0; i < count; i++) {
    const mutant = mutate(root, random)
    if (sameBytes(mutant, genuine)) continue
    changed++
    if (verifySignature(mutant, options).outcome !== 'valid') continue
    still++
    expect(essence(mutant), `mutant ${i}`).toEqual(essence(genuine))
  }
  return { still, changed }
}

describe('a mutation of a valid document', () => {
  for (const [kind, key, count] of [
    ['RSA', rsaKey, 2000],
    ['GOST', gostKey, 300],
  ] as const)
    it(`of ${kind} is not valid, unless content, signed attributes, signature and certificate are untouched`, () => {
      const anchor = make.makeRoot(key('mutation root'))
      const { still, changed } = attack(make.makePerson(anchor, key('mutation person'), { serial: 77n }), anchor, count)
      console.log(`mutations, ${kind}: ${changed}, of which ${still} touch nothing that is signed`)
      expect(changed).toBeGreaterThan(count * 0.8)
      expect(still).toBeLessThan(changed / 4)
    })
})

describe('one flipped bit', () => {
  it('anywhere in a document makes it invalid', () => {
    const anchor = make.makeRoot(rsaKey('mutation root'))
    const document = cms.makeCms([make.makePerson(anchor, rsaKey('mutation person'))])
    const options = { anchors: [anchor.certificate], at: make.NOON }
    expect(verifySignature(document, options).outcome).toBe('valid')
    const survived = Array.from({ length: document.length * 8 }, (_, bit) => bit).filter(bit => {
      const flipped = Uint8Array.from(document, (octet, i) => (i === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet))
      return verifySignature(flipped, options).outcome === 'valid'
    })
    expect(survived).toEqual([])
  })
})

describe('a large document with as many signers as there may be', () => {
  it('is compared with the content given beside it in no time', () => {
    const content = new Uint8Array(16 * 1024 * 1024)
    const root = make.makeRoot(rsaKey('mutation root'))
    const person = make.makePerson(root, rsaKey('mutation person'))
    const signers = Array.from({ length: 32 }, () => person)
    const signed = cms.makeCms(signers, { content, certificates: [person.certificate.encoded] })
    const started = performance.now()
    expect(verifySignature(signed, { anchors: [root.certificate], at: make.NOON, content }).outcome).toBe('valid')
    expect(performance.now() - started).toBeLessThan(20_000) // a hundredth of that on a machine of its own: a bound on growth, not a timing
  })
})

const SIZE = 10 * 1024 * 1024
const repeated = (hex: string) => Buffer.alloc(SIZE, Buffer.from(hex, 'hex'))
const wrapped = (tag: number, hex: string) => element(tag, repeated(hex))

describe('ten megabytes of garbage', () => {
  for (const [what, bytes, codes] of [
    ['random octets', Buffer.from(seededBytes('garbage')(SIZE)), ['der-invalid']],
    ['zeros', Buffer.alloc(SIZE), ['der-invalid']],
    ['sequences inside one another', repeated('3080'), ['der-invalid']],
    ['a sequence of NULLs', wrapped(0x30, '0500'), ['limit-exceeded']],
    ['a sequence of empty sequences', wrapped(0x30, '3000'), ['limit-exceeded']],
    ['one endless INTEGER', wrapped(0x02, '01'), ['not-signed-data']],
    ['one endless OBJECT IDENTIFIER', wrapped(0x06, 'ff'), ['der-invalid']],
  ] as const)
    it(`as ${what} is refused at once: ${codes}`, () => {
      const started = performance.now()
      expect(verifySignature(bytes, { anchors: [], at: make.NOON }).reasons).toEqual(codes)
      expect(performance.now() - started).toBeLessThan(20_000) // tens of milliseconds on a machine of its own: a bound on growth, not a timing
    })

  it('is refused past the limit of size without being read', () => {
    const huge = Buffer.alloc(33 * 1024 * 1024)
    expect(verifySignature(huge, { anchors: [], at: make.NOON }).reasons).toEqual(['limit-exceeded'])
  })
})
