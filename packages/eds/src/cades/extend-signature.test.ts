// Evidence put beside a signature: what stays, what is added, and that it speaks years later. RFC 5126 §6.
import { describe, expect, it } from 'vitest'
import { readSignedData } from '../cms/signed-data.ts'
import { type Element, readDer } from '../der/read.ts'
import { expectSorted } from '../der/set-order.ts'
import { concat, element, explicit, implicit, integer, oid, sequence, utf8String } from '../der/write.ts'
import { crlEntry, encodeCrl } from '../revocation/test-crl.ts'
import { makeAnswer, makeOcspResponse, makeRefusal, makeResponder } from '../revocation/test-ocsp.ts'
import * as make from '../test-certificates.ts'
import * as cms from '../test-cms.ts'
import { gostKey, rsaKey } from '../test-keys.ts'
import * as stamp from '../tsp/test-timestamps.ts'
import { examineSignature, type VerifyOptions, verifySignature } from '../verify-signature.ts'
import { extendSignature } from './extend-signature.ts'

const root = make.makeRoot(gostKey('later root'), 'LATER ROOT')
const person = make.makePerson(root, gostKey('later person'), { notAfter: new Date('2026-12-01') })
const rsaRoot = make.makeRoot(rsaKey('later root'), 'LATER RSA ROOT')
const other = make.makePerson(rsaRoot, rsaKey('later person'), { serial: 8n, notAfter: new Date('2026-12-01') })
const timeRoot = make.makeRoot(rsaKey('time root'), 'TIME ROOT')
const authority = stamp.makeTimestampAuthority(timeRoot, rsaKey('tsa'))
const responder = makeResponder(root, gostKey('responder'))
const ocsp = makeOcspResponse(responder, [makeAnswer({ certificate: person.certificate, issuer: root.certificate })])

const signed = cms.makeCms([person])
const signatureOf = (bytes: Uint8Array, i = 0) => readSignedData(bytes).signers[i]?.signature ?? new Uint8Array()
const timestamp = stamp.makeToken(authority, signatureOf(signed))
const extended = extendSignature(signed, { timestamp, ocsp: [ocsp] })

const LATER: VerifyOptions = {
  anchors: [root.certificate, rsaRoot.certificate],
  at: new Date('2036-05-01'),
  revocation: {},
  timestamps: { anchors: [timeRoot.certificate] },
}

describe('a signature extended when it was made', () => {
  it('is valid years later, its certificate expired and nobody asked', () => {
    const { report, signers } = examineSignature(extended, LATER)
    expect(report).toMatchObject({ outcome: 'valid', reasons: [] })
    expect(report.signers[0]).toMatchObject({
      timestamp: { at: '2026-11-22T12:00:00.000Z', outcome: 'valid', authority: 'TIME-STAMPING AUTHORITY' },
      revocation: { status: 'good', source: 'ocsp', at: '2026-11-22T12:00:00.000Z' },
      verifiedAt: '2026-11-22T12:00:00.000Z',
    })
    expect(signers[0]?.timestamp).toMatchObject({ at: make.NOON, policy: stamp.POLICY })
    expect(signers[0]?.revocation).toMatchObject([{ is: 'good', proof: ocsp }])
  })

  it('is valid with a list in the place of the answer', () => {
    const withList = extendSignature(signed, { timestamp, crls: [encodeCrl(root, { entries: [crlEntry(5n)] })] })
    expect(verifySignature(withList, LATER).signers[0]?.revocation).toMatchObject({ status: 'good', source: 'crl' })
  })

  it('has expired for whoever trusts nobody about the time', () => {
    const { timestamps: _, ...untimed } = LATER
    expect(verifySignature(extended, untimed).reasons).toEqual(['certificate-expired', 'revocation-unknown'])
  })

  it('is not known to be good with the stamp alone', () => {
    const stamped = extendSignature(signed, { timestamp })
    expect(verifySignature(stamped, LATER).reasons).toEqual(['revocation-unknown'])
  })

  it('is not made valid by a stamp on another signature', () => {
    const moved = extendSignature(cms.makeCms([other]), { timestamp })
    expect(verifySignature(moved, LATER).reasons).toContain('timestamp-invalid')
  })
})

const rootOf = (bytes: Uint8Array): Element => readDer(bytes)
const signedDataOf = (bytes: Uint8Array) => rootOf(bytes).children[1]?.children[0]?.children ?? []
const signersOf = (bytes: Uint8Array) => signedDataOf(bytes).at(-1)?.children ?? []
const hexes = (elements: readonly Element[]) => elements.map(({ encoded }) => Buffer.from(encoded).toString('hex'))
const unsignedOf = (signer: Element | undefined) => signer?.children.at(-1)?.children ?? []

describe('extending', () => {
  it('leaves everything that was there octet for octet', () => {
    expect(hexes(signedDataOf(extended).slice(0, -1))).toEqual(hexes(signedDataOf(signed).slice(0, -1)))
    const [before] = signersOf(signed)
    const [after] = signersOf(extended)
    expect(hexes(after?.children.slice(0, -1) ?? [])).toEqual(hexes(before?.children ?? []))
    expect(after?.children.at(-1)?.tag).toBe(0xa1)
  })

  it('keeps unsigned attributes that are there, in DER order with the new ones', () => {
    const note = cms.attribute('1.2.3.4', utf8String('a note of another tool'))
    const noted = cms.makeCms([person], { oneSigner: { unsigned: () => [note] } })
    const stamped = stamp.makeToken(authority, signatureOf(noted))
    const [signer] = signersOf(extendSignature(noted, { timestamp: stamped, ocsp: [ocsp] }))
    expect(hexes(unsignedOf(signer))).toContain(Buffer.from(note).toString('hex'))
    expect(unsignedOf(signer)).toHaveLength(3)
    expect(() =>
      expectSorted(
        rootOf(concat(Uint8Array.of(0x31), (signer?.children.at(-1)?.encoded ?? Uint8Array.of(0, 0)).subarray(1))),
      ),
    ).not.toThrow()
  })

  it('changes nothing where there is nothing to add, or the same again', () => {
    expect(extendSignature(signed, {})).toEqual(signed)
    expect(extendSignature(extended, { timestamp, ocsp: [ocsp] })).toEqual(extended)
  })

  it('puts later proofs into the one attribute, beside those that are there and what it does not know', () => {
    const crl = encodeCrl(root)
    const [signer] = signersOf(extendSignature(extended, { crls: [crl] }))
    expect(unsignedOf(signer)).toHaveLength(2)
    const parts = unsignedOf(signer).map(({ children: [, values] }) =>
      values?.children[0]?.children.map(({ tag }) => tag),
    )
    expect(parts).toContainEqual([0xa0, 0xa1]) // the list, and the answer that was there
    expect(verifySignature(extendSignature(extended, { crls: [crl] }), LATER).outcome).toBe('valid')

    const unknown = explicit(2, sequence(oid('1.2.3'), integer(1)))
    const odd = cms.makeCms([person], {
      oneSigner: { unsigned: () => [cms.attribute('1.2.840.113549.1.9.16.2.24', sequence(unknown))] },
    })
    const [kept] = unsignedOf(signersOf(extendSignature(odd, { ocsp: [ocsp] }))[0])
    expect(kept?.children[1]?.children[0]?.children.map(({ tag }) => tag)).toEqual([0xa1, 0xa2])
  })
})

describe('extending one signer of several', () => {
  it('extends the signer that is meant, and keeps the set of signers in DER order', () => {
    const both = cms.makeCms([person, other])
    const index = readSignedData(both).signers.findIndex(({ signature }) => signature.length === 128)
    const stamped = extendSignature(both, { timestamp: stamp.makeToken(authority, signatureOf(both, index)) }, index)
    const set = signedDataOf(stamped).at(-1)
    expect(set && (() => expectSorted(set))).not.toThrow()
    const { signers } = verifySignature(stamped, { ...LATER, anchors: [root.certificate, rsaRoot.certificate] })
    expect(signers.filter(signer => signer.timestamp !== null).map(signer => signer.certificate?.algorithm)).toEqual([
      'gost2015-512',
    ])
  })

  it('keeps a set of signers that was in another order in that order', () => {
    const [type, wrapper] = rootOf(cms.makeCms([person, other])).children
    const parts = signedDataOf(cms.makeCms([person, other]))
    const reversed = element(0x31, concat(...(parts.at(-1)?.children ?? []).toReversed().map(({ encoded }) => encoded)))
    const unsorted = sequence(
      type?.encoded ?? oid('1.2'),
      explicit(0, sequence(...parts.slice(0, -1).map(p => p.encoded), reversed)),
    )
    expect(wrapper).toBeDefined()
    const result = extendSignature(unsorted, { ocsp: [ocsp] }, 0)
    expect(hexes(signersOf(result)).at(1)).toBe(hexes(signersOf(unsorted)).at(1))
  })
})

describe('extending', () => {
  for (const [what, act, error] of [
    ['a signer who is not there', () => extendSignature(signed, { timestamp }, 1), { name: 'RangeError' }],
    ['what is not DER', () => extendSignature(Uint8Array.of(0x30, 0x80), { timestamp }), { code: 'length-indefinite' }],
    ['another document', () => extendSignature(person.certificate.encoded, {}), { code: 'not-signed-data' }],
    ['with an answer that is none', () => extendSignature(signed, { ocsp: [makeRefusal(3)] }), { code: 'unexpected' }],
  ] as const)
    it(`refuses ${what}`, () => expect(act).toThrow(expect.objectContaining(error)))
})

const choices = {
  list: encodeCrl(root),
  answer: implicit(1, sequence(oid('1.3.6.1.5.5.7.16.2'), ocsp)), // RFC 5940
  unknown: implicit(1, sequence(oid('1.2.3.4'), integer(1))),
}

describe('proofs among the parts of the document', () => {
  for (const [what, revocationInfo, status] of [
    ['a list', [choices.list], 'good'],
    ['an answer', [choices.answer], 'good'],
    ['an answer as EN 319 122-1 has it', [implicit(1, sequence(oid('1.3.6.1.5.5.7.48.1.1'), basicOf(ocsp)))], 'good'],
    ['something unknown beside an answer', [choices.unknown, choices.answer], 'good'],
    ['something unknown alone', [choices.unknown], 'unchecked'],
    ['a list that says so', [encodeCrl(root, { entries: [crlEntry(0x1234567890n)] })], 'revoked'],
    ['a list of another authority', [encodeCrl(rsaRoot, { entries: [crlEntry(0x1234567890n)] })], 'unchecked'],
  ] as const)
    it(`are looked at though nobody asked: ${what}, ${status}`, () => {
      const bytes = cms.makeCms([person], { revocationInfo, version: 5 })
      const report = verifySignature(bytes, { anchors: [root.certificate], at: make.NOON })
      expect(report.signers[0]?.revocation.status).toBe(status)
      expect(report.reasons).toEqual(status === 'revoked' ? ['certificate-revoked'] : [])
    })
})

function basicOf(response: Uint8Array): Uint8Array {
  return readDer(response).children[1]?.children[0]?.children[1]?.content ?? new Uint8Array()
}
