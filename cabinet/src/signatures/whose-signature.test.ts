import * as make from '@otinish/eds/test-certificates'
import * as cms from '@otinish/eds/test-cms'
import { rsaKey } from '@otinish/eds/test-keys'
import { expect, it } from 'vitest'
import { whoseSignature } from './whose-signature.ts'

const INDIVIDUAL = '1.2.398.3.3.4.1.1'
const root = make.makeRoot(rsaKey('whose root'))
const whose = whoseSignature({ anchors: [root.certificate], intermediates: [] })

it.each([
  ['for signing', ['1.3.6.1.5.5.7.3.4', INDIVIDUAL], { kind: 'signer', iin: make.TEST_IIN }],
  ['for signing in', ['1.3.6.1.5.5.7.3.2', INDIVIDUAL], { kind: 'signer', iin: make.TEST_IIN }],
  ['for neither', [INDIVIDUAL], { kind: 'refusal', code: 'signature-not-for-signing' }],
])('an individual signs in with a certificate %s, or is refused', async (_, purposes, expected) => {
  const extensions = [make.keyUsage(0xc0), make.extendedKeyUsage(purposes)]
  const signed = cms.makeCms([make.makePerson(root, rsaKey('whose person'), { extensions })])
  const question = { cms: signed, content: cms.DOCUMENT, purpose: 'any', at: make.NOON } as const
  expect(await whose(question)).toMatchObject(expected)
})
