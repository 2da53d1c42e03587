// Signed documents of old tools: indefinite lengths, content in pieces, attributes in any order. RFC 5652 §5.4, X.690 §8.
import { describe, expect, it } from 'vitest'
import { type Element, readDer } from './der/read.ts'
import { concat, element, octetString } from './der/write.ts'
import * as make from './test-certificates.ts'
import * as cms from './test-cms.ts'
import { gostKey, rsaKey } from './test-keys.ts'
import * as stamp from './tsp/test-timestamps.ts'
import { examineSignature, verifySignature } from './verify-signature.ts'

const root = make.makeRoot(rsaKey('ber root'), 'BER ROOT')
const person = make.makePerson(root, rsaKey('ber person'), { serial: 7n })
const gostRoot = make.makeRoot(gostKey('ber root'), 'BER GOST ROOT')
const gostPerson = make.makePerson(gostRoot, gostKey('ber person'))
const authority = stamp.makeTimestampAuthority(root, rsaKey('tsa'))
const DER = { anchors: [root.certificate, gostRoot.certificate], at: make.NOON }
const BER = { ...DER, form: 'ber' } as const

const PIECE = 16
const END = Uint8Array.of(0, 0)
const indefinite = (tag: number, ...inside: readonly Uint8Array[]) => concat(Uint8Array.of(tag, 0x80), ...inside, END)

/** As many old tools wrote: everything around certificates and signed attributes without a length, strings in pieces. */
function toBer(node: Element, depth = 0): Uint8Array {
  if (node.tag === 0x04 && node.content.length > PIECE && depth < 6) return inPieces(node.content)
  if (node.children.length === 0 || depth > 4) return node.encoded
  return indefinite(node.tag, ...node.children.map(child => toBer(child, depth + 1)))
}

function inPieces(content: Uint8Array): Uint8Array {
  const count = Math.ceil(content.length / PIECE)
  return indefinite(
    0x24,
    ...Array.from({ length: count }, (_, i) => octetString(content.subarray(i * PIECE, (i + 1) * PIECE))),
  )
}

const old = (signed: Uint8Array) => toBer(readDer(signed))
const signed = cms.makeCms([person, gostPerson])

describe('a document in BER', () => {
  it('is refused with der-invalid unless the caller says that it may be one', () => {
    expect(verifySignature(old(signed), DER)).toMatchObject({ outcome: 'invalid', reasons: ['der-invalid'] })
  })

  it('is judged as its DER when the caller does, with the same report', () => {
    expect(verifySignature(old(signed), BER)).toEqual(verifySignature(signed, DER))
    expect(verifySignature(old(signed), BER).outcome).toBe('valid')
    expect(examineSignature(old(signed), BER).content).toEqual(cms.DOCUMENT)
  })

  it('may as well be DER', () => {
    expect(verifySignature(signed, BER)).toEqual(verifySignature(signed, DER))
  })

  it('keeps its time stamps and proofs', () => {
    const stamped = cms.makeCms([person], {
      oneSigner: { unsigned: signature => [stamp.timestampAttribute(stamp.makeToken(authority, signature))] },
    })
    const report = verifySignature(old(stamped), { ...BER, timestamps: { anchors: [root.certificate] } })
    expect(report).toMatchObject({ outcome: 'valid', signers: [{ timestamp: { outcome: 'valid' } }] })
  })

  it('is refused when any piece of the content is changed', () => {
    const bytes = old(signed)
    const at = Buffer.from(bytes).indexOf(cms.DOCUMENT.subarray(0, 4))
    const changed = bytes.map((octet, i) => (i === at + 3 ? octet ^ 1 : octet))
    expect(verifySignature(changed, BER).reasons).toEqual(['message-digest-mismatch'])
  })

  for (const [because, bytes] of [
    ['an end is missing', old(signed).subarray(0, -2)],
    ['something follows', concat(old(signed), END)],
    ['it is a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ] as const)
    it(`is refused with der-invalid: ${because}`, () =>
      expect(verifySignature(bytes, BER).reasons).toEqual(['der-invalid']))
})

describe('signed attributes in another order', () => {
  /** The set as signed, and the same attributes the other way round in its place. */
  const reordered = replaced(cms.makeCms([person]), set =>
    element(0xa0, concat(...set.children.toReversed().map(({ encoded }) => encoded))),
  )

  it('are refused with der-invalid in DER', () => {
    expect(verifySignature(reordered, DER).reasons).toEqual(['der-invalid'])
  })

  it('are put in order in BER: what is signed is their DER', () => {
    expect(verifySignature(reordered, BER)).toMatchObject({ outcome: 'valid', reasons: [] })
  })

  it('are refused with signature-invalid when they were signed as they stood', () => {
    expect(verifySignature(cms.makeCms([person], { oneSigner: { unsorted: true } }), BER).reasons).toEqual([
      'signature-invalid',
    ])
  })
})

/** The document with its signed attributes written otherwise. */
function replaced(bytes: Uint8Array, change: (set: Element) => Uint8Array, depth = 0): Uint8Array {
  const node = readDer(bytes)
  if (node.tag === 0xa0 && depth === 5) return change(node)
  if (node.children.length === 0) return bytes
  return element(node.tag, concat(...node.children.map(child => replaced(child.encoded, change, depth + 1))))
}
