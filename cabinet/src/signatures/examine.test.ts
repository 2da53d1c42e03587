// Who may sign in and who may sign, before any authority is asked.

import { generalizedTime } from '@otinish/eds/der/write'
import * as make from '@otinish/eds/test-certificates'
import * as cms from '@otinish/eds/test-cms'
import { rsaKey } from '@otinish/eds/test-keys'
import * as stamp from '@otinish/eds/tsp/test-timestamps'
import { expect, it } from 'vitest'
import { examine } from './examine.ts'

const INDIVIDUAL = '1.2.398.3.3.4.1.1'
const root = make.makeRoot(rsaKey('whose root'))
const trust = { anchors: [root.certificate], intermediates: [], stampAnchors: [] } as const

it.each([
  ['for signing', ['1.3.6.1.5.5.7.3.4', INDIVIDUAL], { kind: 'candidate', iin: make.TEST_IIN }],
  ['for signing in', ['1.3.6.1.5.5.7.3.2', INDIVIDUAL], { kind: 'candidate', iin: make.TEST_IIN }],
  ['for neither', [INDIVIDUAL], { kind: 'refusal', code: 'signature-not-for-signing' }],
])('an individual signs in with a certificate %s, or is refused', (_, purposes, expected) => {
  const extensions = [make.keyUsage(0xc0), make.extendedKeyUsage(purposes)]
  const signed = cms.makeCms([make.makePerson(root, rsaKey('whose person'), { extensions })])
  const question = { cms: signed, content: cms.DOCUMENT, purpose: 'any', at: make.NOON, stamp: false } as const
  expect(examine(question, trust, new Set())).toMatchObject(expected)
})

it('asks about each certificate below the anchor, with a nonce of its own each time', () => {
  const signed = cms.makeCms([make.makePerson(root, rsaKey('whose person'))])
  const question = { cms: signed, content: cms.DOCUMENT, purpose: 'any', at: make.NOON, stamp: false } as const
  const nonces = [1, 2].map(() => {
    const candidate = examine(question, trust, new Set())
    if (candidate.kind !== 'candidate') throw new Error(candidate.code)
    const [asked, ...others] = candidate.questions
    expect([asked?.responder, asked?.nonce.length, others]).toEqual(['rsa', 32, []])
    expect(Buffer.from(asked?.request ?? []).includes(Buffer.from(asked?.nonce ?? 'none'))).toBe(true)
    return asked?.nonce
  })
  expect(nonces[0]).not.toEqual(nonces[1])
})

it.each([
  ['before its certificate', -1, 'signature-certificate-not-yet-valid'],
  ['after its certificate', 2, 'signature-certificate-expired'],
  ['within its certificate', 0, undefined],
] as const)('a stamp of %s, by clocks that differ, would refute the evidence for ever: refused', (_, minutes, code) => {
  const moment = (minute: number) => new Date(make.NOON.getTime() + minute * 60_000)
  const tsa = stamp.makeTimestampAuthority(root, rsaKey('whose tsa'))
  const extensions = [make.keyUsage(0xc0), make.extendedKeyUsage(['1.3.6.1.5.5.7.3.4', INDIVIDUAL])]
  const inTime = { notBefore: moment(0), notAfter: moment(1), extensions }
  const token = (signature: Uint8Array) =>
    stamp.makeToken(tsa, signature, { genTime: generalizedTime(moment(minutes)) })
  const signed = cms.makeCms([make.makePerson(root, rsaKey('whose person'), inTime)], {
    oneSigner: { unsigned: signature => [stamp.timestampAttribute(token(signature))] },
  })
  const question = { cms: signed, content: cms.DOCUMENT, purpose: 'signing', at: make.NOON, stamp: true } as const
  const found = examine(question, { ...trust, stampAnchors: [root.certificate] }, new Set())
  expect(found).toMatchObject(code ? { kind: 'refusal', code } : { kind: 'candidate', stamp: { brought: {} } })
})
