// Who may sign in and who may sign, before any authority is asked.
import * as make from '@otinish/eds/test-certificates'
import * as cms from '@otinish/eds/test-cms'
import { rsaKey } from '@otinish/eds/test-keys'
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
